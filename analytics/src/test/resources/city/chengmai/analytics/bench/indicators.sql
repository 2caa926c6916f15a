-- The twelve indicators of the first catalogue for every area and day over windows of {{span}} days, in ClickHouse alone:
-- what somebody would write who needs the numbers and nothing around them (no restatements, no scores, no intervals).
INSERT INTO {{target}}
WITH
    toInt32(toDate('{{first}}')) AS first,
    toInt32(toDate('{{end}}')) AS after,
    toInt32({{span}}) AS span,
    toInt32(10000000) AS never,
    toDateTime64('{{until}}', 3, 'UTC') AS until,
    parents AS (SELECT area_id AS id, parent_id AS parent FROM areas FINAL),
    tree AS
    (
        SELECT g.area_id AS grid, arrayJoin(arrayFilter(a -> a != '', [g.area_id, s.id, d.id, d.parent])) AS area
        FROM (SELECT * FROM areas FINAL WHERE level = 'grid') AS g
        LEFT JOIN parents AS s ON s.id = g.parent_id
        LEFT JOIN parents AS d ON d.id = s.parent
    ),
    case_days AS
    (
        SELECT
            toString(grid) AS grid,
            ifNull(toInt32(toDate(toTimeZone(accepted_at, '{{zone}}'))), never) AS accepted,
            ifNull(toInt32(toDate(toTimeZone(filed_at, '{{zone}}'))), never) AS filed,
            ifNull(toInt32(toDate(toTimeZone(coalesce(disposed_at, closed_at), '{{zone}}'))), never) AS finished,
            ifNull(toInt32(toDate(toTimeZone(closed_at, '{{zone}}'))), never) AS closed,
            if(ifNull(due_at < until, 0), ifNull(toInt32(toDate(toTimeZone(due_at, '{{zone}}'))), never), never) AS due,
            isNotNull(due_at) AS has_due,
            ifNull(coalesce(disposed_at, closed_at) <= due_at, 0) AS finished_in_time,
            ifNull(closed_at <= due_at, 0) AS closed_in_time,
            isNotNull(cancelled_at) AS cancelled,
            filed != never AND NOT cancelled AND suspended = 0 AS live,
            reworks,
            if(filed != never AND closed != never AND NOT cancelled AND closed_at >= filed_at,
                dateDiff('millisecond', filed_at, closed_at) / 3600000., NULL) AS hours,
            multiIf(
                NOT live OR (finished = never AND due = never), CAST([], 'Array(Tuple(Int32, Int32))'),
                finished = never, [(due, due + span)],
                due = never, [(finished, finished + span)],
                abs(finished - due) >= span, [(finished, finished + span), (due, due + span)],
                [(least(finished, due), greatest(finished, due) + span)]) AS should_close
        FROM cases FINAL
        WHERE grid != ''
    ),
    case_steps AS
    (
        SELECT grid, interval.1 AS indicator, edge.1 AS day, edge.2 * interval.4 AS numerator, edge.2 * interval.5 AS denominator
        FROM case_days
        ARRAY JOIN arrayFilter(i -> i.2 < i.3, arrayConcat(
            CAST(if(accepted = never, [], [('M01', accepted, accepted + span, toFloat64(filed != never), 1.)]),
                'Array(Tuple(String, Int32, Int32, Float64, Float64))'),
            arrayMap(s -> ('M02', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
            arrayMap(s -> ('M02', greatest(s.1, finished), s.2, 1., 0.), if(finished_in_time, should_close, [])),
            arrayMap(s -> ('M03', s.1, s.2, 0., 1.), should_close),
            arrayMap(s -> ('M03', greatest(s.1, closed), s.2, 1., 0.), should_close),
            arrayMap(s -> ('M04', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
            arrayMap(s -> ('M04', greatest(s.1, closed), s.2, 1., 0.), if(closed_in_time, should_close, [])),
            arrayMap(s -> ('M05', s.1, s.2, toFloat64(reworks > 0), 1.), should_close),
            if(filed != never AND NOT cancelled, [('O01', filed, filed + span, 1., 0.)], []),
            if(live, [('O04', filed, closed, 0., 1.)], []),
            if(live AND due != never, [('O04', greatest(filed, due), closed, 1., 0.)], []))) AS interval
        ARRAY JOIN [(interval.2, 1.), (interval.3, -1.)] AS edge
    ),
    order_steps AS
    (
        SELECT grid, interval.1 AS indicator, edge.1 AS day, edge.2 * interval.3 AS numerator, edge.2 AS denominator
        FROM
        (
            SELECT
                toString(grid) AS grid,
                toInt32(toDate(toTimeZone(received_at, '{{zone}}'))) AS received,
                addDays(toTimeZone(received_at, '{{zone}}'),
                    multiIf(toDayOfWeek(toTimeZone(received_at, '{{zone}}')) = 5, 3, toDayOfWeek(toTimeZone(received_at, '{{zone}}')) = 6, 2, 1)) AS contact_due,
                arrayConcat(
                    CAST(if(contact_needed = 1 AND (isNotNull(first_contacted_at) OR contact_due < until),
                            [('S01', received, toFloat64(ifNull(first_contacted_at <= contact_due, 0)))], []),
                        'Array(Tuple(String, Int32, Float64))'),
                    if(ifNull(due_at < until, 0),
                        [('S02', assumeNotNull(toInt32(toDate(toTimeZone(due_at, '{{zone}}')))), toFloat64(ifNull(replied_at <= due_at, 0)))], []),
                    if(isNotNull(replied_at) AND outcome IN ('solved', 'explained'),
                        [('S03', assumeNotNull(toInt32(toDate(toTimeZone(replied_at, '{{zone}}')))), toFloat64(outcome = 'solved'))], []),
                    if(isNotNull(called_back_at) AND answered = 1 AND satisfaction IN ('satisfied', 'fairly', 'dissatisfied'),
                        [('S04', assumeNotNull(toInt32(toDate(toTimeZone(called_back_at, '{{zone}}')))),
                            transform(toString(satisfaction), ['satisfied', 'fairly'], [1., 0.8], 0.))], [])) AS intervals
            FROM hotline_orders FINAL
            WHERE grid != ''
        )
        ARRAY JOIN intervals AS interval
        ARRAY JOIN [(interval.2, 1.), (interval.2 + span, -1.)] AS edge
    ),
    keyed AS
    (
        SELECT area_id AS area, level, square_kilometres, indicator, smallest
        FROM areas FINAL
        CROSS JOIN
        (
            SELECT k.1 AS indicator, k.2 AS smallest
            FROM (SELECT arrayJoin([('M01', 20), ('M02', 10), ('M03', 10), ('M04', 10), ('M05', 10), ('S01', 10), ('S02', 10),
                ('S03', 10), ('S04', 10), ('O01', 0), ('O04', 5)]) AS k)
        ) AS catalogue
    ),
    exposures AS
    (
        SELECT t.area AS area, sum(a.square_kilometres) AS exposure
        FROM tree AS t INNER JOIN (SELECT area_id, square_kilometres FROM areas FINAL) AS a ON a.area_id = t.grid GROUP BY area
    ),
    rates AS
    (
        SELECT
            area, indicator, day,
            abs(round(sum(numerator) OVER running, 6)) AS reached,
            abs(round(sum(denominator) OVER running, 6)) AS counted
        FROM
        (
            SELECT area, indicator, day, sum(numerator) AS numerator, sum(denominator) AS denominator
            FROM
            (
                SELECT area, indicator, toInt32(greatest(day, first)) AS day, numerator, denominator
                FROM (SELECT * FROM case_steps WHERE day < after UNION ALL SELECT * FROM order_steps WHERE day < after) AS steps
                INNER JOIN tree ON tree.grid = steps.grid
                UNION ALL
                SELECT area, indicator, arrayJoin(range(first, after)), 0., 0. FROM keyed
            )
            GROUP BY area, indicator, day
        )
        WINDOW running AS (PARTITION BY area, indicator ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    medians AS
    (
        SELECT area, day, quantilesExactInclusive(0.5, 0.9)(hours) AS quantiles, sum(hours) AS total, count() AS closings
        FROM
        (
            SELECT tree.area AS area, hours, arrayJoin(range(greatest(closed, first), least(closed + span, after))) AS day
            FROM (SELECT grid, closed, assumeNotNull(hours) AS hours FROM case_days WHERE isNotNull(hours)) AS closing
            INNER JOIN tree ON tree.grid = closing.grid
        )
        GROUP BY area, day
    )
SELECT
    area, indicator, toDate(day), reached,
    if(indicator = 'O01', exposure * span / 30, counted) AS denominator,
    if(denominator > 0 AND denominator >= smallest, reached / denominator * if(indicator = 'O01', 1, 100), NULL),
    multiIf(denominator = 0, 'no-data', denominator < smallest, 'insufficient', 'measured'),
    NULL, 1, until, until, {{version}}
FROM rates INNER JOIN keyed USING (area, indicator) INNER JOIN exposures USING (area)
UNION ALL
SELECT
    area, 'O03', toDate(day), total, closings, if(closings >= 10, quantiles[1], NULL),
    multiIf(closings = 0, 'no-data', closings < 10, 'insufficient', 'measured'),
    if(closings >= 10, quantiles[2], NULL), 1, until, until, {{version}}
FROM
(
    SELECT area_id AS area, arrayJoin(range(first, after)) AS day FROM areas FINAL
) AS days
LEFT JOIN medians USING (area, day)
