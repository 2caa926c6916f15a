-- Appeals of enterprises, a cohort by the day they were raised; solved counts from the day it was.
SELECT
    [toString(grid)] AS areas,
    span,
    [
        ('S09', raised, raised + span, 0., 1.),
        ('S09', if(outcome = 'solved', greatest(raised, closed), never), raised + span, 1., 0.)
    ] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), {{never}}), {{never}}) AS numbered
    SELECT grid, outcome, toInt64({{never}}) AS never, numbered(raised_at) AS raised, numbered(closed_at) AS closed
    FROM appeals FINAL
    WHERE grid != '' AND raised_at >= '{{since}}'
)
ARRAY JOIN [{{spans}}] AS span
