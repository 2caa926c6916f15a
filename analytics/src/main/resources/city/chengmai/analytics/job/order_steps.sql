-- What each hotline order adds to the service rates, as steps of a running sum (see case_steps.sql).
-- The contact is due at the same time on the next working day; an order that is neither contacted
-- nor past that is not judged yet.
SELECT area, indicator, span, day, sum(numerator) AS numerator, sum(denominator) AS denominator
FROM
(
    SELECT
        grid AS area,
        interval.1 AS indicator,
        span,
        edge.1 AS day,
        edge.2 * interval.3 AS numerator,
        edge.2 AS denominator
    FROM
    (
        SELECT
            toString(grid) AS grid,
            toDateTime64('{{until}}', 3, 'UTC') AS until,
            toInt32(toDate(toTimeZone(received_at, '{{zone}}'))) AS received,
            addDays(toTimeZone(received_at, '{{zone}}'),
                transform(received, [{{days}}], [{{steps}}], 1)) AS contact_due,
            arrayConcat(
                CAST(if(contact_needed = 1 AND (isNotNull(first_contacted_at) OR contact_due < until),
                        [('S01', received, toFloat64(ifNull(first_contacted_at <= contact_due, 0)))], []),
                    'Array(Tuple(String, Int32, Float64))'),
                if(ifNull(due_at < until, 0),
                    [('S02', assumeNotNull(toInt32(toDate(toTimeZone(due_at, '{{zone}}')))),
                        toFloat64(ifNull(replied_at <= due_at, 0)))], []),
                if(isNotNull(replied_at) AND outcome IN ('solved', 'explained'),
                    [('S03', assumeNotNull(toInt32(toDate(toTimeZone(replied_at, '{{zone}}')))),
                        toFloat64(outcome = 'solved'))], []),
                if(isNotNull(called_back_at) AND answered = 1
                        AND satisfaction IN ('satisfied', 'fairly', 'dissatisfied'),
                    [('S04', assumeNotNull(toInt32(toDate(toTimeZone(called_back_at, '{{zone}}')))),
                        transform(toString(satisfaction), ['satisfied', 'fairly'], [1., 0.8], 0.))], [])
            ) AS intervals
        FROM hotline_orders FINAL
        WHERE grid != ''
    )
    ARRAY JOIN intervals AS interval
    ARRAY JOIN [toInt32(1), toInt32(30)] AS span
    ARRAY JOIN [(interval.2, 1.), (interval.2 + span, -1.)] AS edge
)
WHERE day < {{end}}
GROUP BY area, indicator, span, day
