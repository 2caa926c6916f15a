-- The rates as steps of a running sum: a row that counts for the windows ending on [a, b) is +1 at a and -1 at b. Windows
-- end on days, weeks, months, quarters or years, told by number; a window of 3 days ending on 7 is [5, 7]:
--
--   counted on day 5                interval [5, 8): windows ending on 5, 6, 7
--
-- A row that may qualify twice in a window adds up exactly, which summed daily rates would not. What ends before the first
-- window is left out, what began before it begins with it. With the sign -1 the steps take off what was counted before.
SELECT
    area,
    interval.1 AS indicator,
    toInt32(span) AS days,
    toInt32(edge.1) AS number,
    {{sign}} * sum(edge.2 * interval.4) AS numerator,
    {{sign}} * sum(edge.2 * interval.5) AS denominator
FROM
(
{{intervals}}
)
ARRAY JOIN arrayFilter(i -> i.2 < i.3 AND i.2 < {{end}} AND i.3 > {{first}}, intervals) AS interval
ARRAY JOIN areas AS area
ARRAY JOIN [(greatest(interval.2, {{first}}), 1.), (interval.3, -1.)] AS edge
WHERE number < {{end}}
GROUP BY area, indicator, days, number
