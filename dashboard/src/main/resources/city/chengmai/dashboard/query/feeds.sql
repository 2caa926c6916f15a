-- What each source sent, and how far behind it is.
SELECT e.source AS source, count() AS events, min(e.occurred_at) AS first_at,
       max(e.occurred_at) AS last_at, max(e.recorded_at) AS recorded_at,
       countIf(e.occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY) AS last_day,
       quantile(0.95)(greatest(0, dateDiff('second', e.occurred_at, e.recorded_at))) AS lag_seconds
FROM events AS e
WHERE e.occurred_at <= {now:DateTime64(3, 'UTC')}
GROUP BY source
ORDER BY source
