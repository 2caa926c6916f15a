-- Cases reported in a time, counted by one of their properties, within those already chosen. What is
-- open or overdue is so at the moment asked for.
-- include explore-chosen
,
    isNotNull(cancelled_at) AND cancelled_at < {now:DateTime64(3, 'UTC')} AS gone,
    NOT gone AND isNotNull(closed_at) AND closed_at < {now:DateTime64(3, 'UTC')} AS done,
    NOT gone AND NOT done AS open
SELECT
    properties[{split:String}] AS key,
    count() AS cases,
    countIf(open) AS open_cases,
    countIf(open AND suspended = 0 AND due_at < {now:DateTime64(3, 'UTC')}) AS overdue,
    countIf(done) AS closed,
    countIf(done AND isNotNull(due_at)) AS judged,
    countIf(done AND closed_at <= due_at) AS in_time,
    countIf(reopenings > 0) AS reopened,
    if(closed = 0, NULL,
        quantileExactInclusiveIf(0.5)(dateDiff('second', reported_at, assumeNotNull(closed_at)) / 3600, done)) AS median_hours,
    count() OVER () AS total
FROM chosen
GROUP BY key
ORDER BY cases DESC, key
LIMIT {limit:UInt32}
