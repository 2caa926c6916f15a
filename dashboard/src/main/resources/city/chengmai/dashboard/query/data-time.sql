-- How far the data reaches: the latest event and when it arrived.
SELECT count() AS events, max(e.occurred_at) AS occurred_at, max(e.recorded_at) AS recorded_at
FROM events AS e
WHERE e.occurred_at <= {now:DateTime64(3, 'UTC')}
