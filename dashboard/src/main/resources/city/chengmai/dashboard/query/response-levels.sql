-- Cases filed in a time by level (三级分类), with the limits that they got: hours from filing to the due time as it stands.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    isNotNull(due_at) AS dated,
    dateDiff('hour', assumeNotNull(filed_at), assumeNotNull(due_at)) AS hours
SELECT toString(level) AS level_name, count() AS filed, countIf(dated) AS with_limit,
       if(with_limit = 0, NULL, round(quantileExactInclusiveIf(0.5)(hours, dated), 1)) AS median_hours,
       if(with_limit = 0, NULL, minIf(hours, dated)) AS shortest_hours, if(with_limit = 0, NULL, maxIf(hours, dated)) AS longest_hours,
       countIf(dated AND (ifNull(closed_at < until, 0) OR ifNull(due_at <= until, 0))) AS judged,
       countIf(dated AND ifNull(closed_at < until AND closed_at <= due_at, 0)) AS in_time
FROM cases
WHERE filed_at >= {from:DateTime64(3, 'UTC')} AND filed_at < until AND isNull(cancelled_at)
GROUP BY level
ORDER BY level_name = '', indexOf(['simple', 'comprehensive', 'difficult'], level_name), level_name
