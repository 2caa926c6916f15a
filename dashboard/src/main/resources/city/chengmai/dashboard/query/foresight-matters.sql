-- The latest proactive matters, of one verdict when it is given.
SELECT case_id, grid, category, channel, address, reported_at, closed_at, verdict, orders, orders_after, settled
FROM foresight_matters
WHERE verdict != 'void' AND ({verdict:String} = '' OR verdict = {verdict:String}) AND reported_at < {now:DateTime64(3, 'UTC')}
ORDER BY reported_at DESC, case_id
LIMIT 60
