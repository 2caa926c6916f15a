-- Appeals that fell due in a time: answered in time or not, as it stood at the end; and of those raised in it how often each was sent on.
SELECT
    countIf(falls_due) AS due,
    countIf(falls_due AND ended AND closed_at <= due_at) AS in_time,
    countIf(falls_due AND ended AND closed_at > due_at) AS late,
    countIf(falls_due AND NOT ended) AS open,
    countIf(came) AS raised,
    countIf(came AND dispatches = 0) AS not_sent,
    countIf(came AND dispatches = 1) AS sent_once,
    countIf(came AND dispatches > 1) AS sent_again,
    if(countIf(came AND ended) = 0, NULL, quantileExactInclusiveIf(0.5)(dateDiff('minute', raised_at, closed_at), came AND ended) / 60.) AS median_hours
FROM
(
    SELECT assumeNotNull(raised_at) AS raised_at, ifNull(closed_at, toDateTime64('2299-01-01', 3, 'UTC')) AS closed_at, due_at, dispatches,
           ifNull(due_at >= {from:DateTime64(3, 'UTC')} AND due_at < {until:DateTime64(3, 'UTC')}, 0) AS falls_due,
           raised_at >= {from:DateTime64(3, 'UTC')} AS came, closed_at < {until:DateTime64(3, 'UTC')} AS ended
    FROM appeals
    WHERE isNotNull(raised_at) AND raised_at < {until:DateTime64(3, 'UTC')}
)
