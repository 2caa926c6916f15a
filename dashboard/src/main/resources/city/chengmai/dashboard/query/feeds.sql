-- What each source sent, and how far behind it is.
SELECT * EXCEPT (last_hour) FROM (
SELECT e.source AS source, count() AS events, min(e.occurred_at) AS first_at,
       max(e.occurred_at) AS last_at, max(e.recorded_at) AS recorded_at,
       countIf(e.occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY) AS last_day,
       -- Of the last hour only: a replay of the past would tell the age of the past.
       countIf(e.occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 HOUR) AS last_hour,
       if(last_hour = 0, NULL, quantileIf(0.95)(
           greatest(0, dateDiff('second', e.occurred_at, e.recorded_at)),
           e.occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 HOUR)) AS lag_seconds
FROM events AS e
WHERE e.occurred_at <= {now:DateTime64(3, 'UTC')}
GROUP BY source
)
ORDER BY source
