-- What each source sent, and how far behind it is.
SELECT source, count() AS events, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
       max(recorded_at) AS recorded_at,
       countIf(occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY) AS last_day,
       quantile(0.95)(greatest(0, dateDiff('second', occurred_at, recorded_at))) AS lag_seconds
FROM events
WHERE occurred_at <= {now:DateTime64(3, 'UTC')}
GROUP BY source
ORDER BY source
