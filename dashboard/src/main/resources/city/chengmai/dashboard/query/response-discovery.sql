-- Cases reported in a time by how they were found (发现来源), and all together: how long they had gone on before anybody told of them, and from
-- filing until a unit had them fixed. A beginning after the report, or more than a year before it, is a slip and counts as not told.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    told AS
    (
        SELECT subject, argMax(parseDateTime64BestEffortOrNull(JSONExtractString(data, 'beganAt'), 3, 'UTC'), recorded_at) AS began_at
        FROM events
        WHERE type = 'cn.grid.case.reported' AND occurred_at >= since AND occurred_at < until AND JSONHas(data, 'beganAt')
        GROUP BY subject
    ),
    found AS
    (
        SELECT toString(c.channel) AS channel,
               ifNull(t.began_at <= c.reported_at AND t.began_at >= subtractDays(c.reported_at, 365), 0) AND t.subject != '' AS dated,
               dateDiff('minute', ifNull(t.began_at, c.reported_at), c.reported_at) AS unseen,
               ifNull(c.filed_at <= c.disposed_at AND c.disposed_at < until, 0) AS fixed,
               dateDiff('minute', ifNull(c.filed_at, c.reported_at), ifNull(c.disposed_at, c.reported_at)) AS handled
        FROM cases AS c
        LEFT JOIN told AS t ON t.subject = c.case_id
        WHERE c.reported_at >= since AND c.reported_at < until AND isNull(c.cancelled_at)
    )
SELECT arrayJoin(['all', if(channel = '', 'other', channel)]) AS found_by, count() AS cases, countIf(dated) AS dated_cases,
       if(dated_cases = 0, NULL, round(quantileExactInclusiveIf(0.5)(unseen, dated), 1)) AS median_minutes,
       if(dated_cases = 0, NULL, round(quantileExactInclusiveIf(0.9)(unseen, dated), 1)) AS ninth_minutes,
       countIf(fixed) AS fixed_cases,
       if(fixed_cases = 0, NULL, round(quantileExactInclusiveIf(0.5)(handled, fixed), 1)) AS handling_minutes
FROM found
GROUP BY found_by
ORDER BY found_by = 'all', cases DESC, found_by
