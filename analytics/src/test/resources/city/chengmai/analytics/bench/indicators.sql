-- The indicators of the catalogue for every area and window, in ClickHouse alone: what somebody would write by hand who needs
-- the numbers and nothing around them (no restatements, no scores, no intervals). The city has cases and orders without
-- coordinates and nothing else, so that all other families are rows without data here too.
INSERT INTO {{target}} (area_id, indicator, {{key}}, numerator, denominator, value, state, companion, definition_version, data_as_of, computed_at, version)
WITH
    at -> toInt32({{number}}(at, '{{zone}}')) AS numbered,
    numbered(toDateTime('{{first}} 00:00:00', '{{zone}}')) AS first,
    numbered(toDateTime('{{last}} 00:00:00', '{{zone}}')) + 1 AS after,
    toInt32({{span}}) AS span,
    toInt32(10000000) AS never,
    toDateTime64('{{until}}', 3, 'UTC') AS until,
    windows AS
    (
        SELECT numbered(toDateTime(day, '{{zone}}')) AS number, min({{start}}(day)) AS starts, if({{days}} > 0, {{days}}, count()) AS days
        FROM (SELECT arrayJoin(range(toUInt32(toDate('{{first}}')), toUInt32(toDate('{{last}}')) + 1)) AS d, toDate(d) AS day)
        GROUP BY number
    ),
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
            ifNull(numbered(accepted_at), never) AS accepted,
            ifNull(numbered(filed_at), never) AS filed,
            ifNull(numbered(coalesce(disposed_at, closed_at)), never) AS finished,
            ifNull(numbered(closed_at), never) AS closed,
            if(ifNull(due_at < until, 0), ifNull(numbered(due_at), never), never) AS due,
            isNotNull(due_at) AS has_due,
            ifNull(coalesce(disposed_at, closed_at) <= due_at, 0) AS finished_in_time,
            ifNull(closed_at <= due_at, 0) AS closed_in_time,
            isNotNull(cancelled_at) AS cancelled,
            filed != never AND NOT cancelled AND suspended = 0 AS live,
            if(cancelled, never, filed) AS counted,
            if(cancelled OR level != 'difficult', never, accepted) AS difficult,
            channel, extensions, suspensions, reworks,
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
        SELECT grid, interval.1 AS indicator, edge.1 AS number, edge.2 * interval.4 AS numerator, edge.2 * interval.5 AS denominator
        FROM case_days
        ARRAY JOIN arrayFilter(i -> i.2 < i.3 AND i.2 < never, arrayConcat(
            CAST([
                ('M01', accepted, accepted + span, toFloat64(filed != never), 1.),
                ('M06', counted, counted + span, toFloat64(extensions + suspensions > 0), 1.),
                ('M07', counted, counted + span, toFloat64(channel IN ('patrol', 'sensor', 'model', 'visit')), 1.),
                ('M11', difficult, difficult + span, 0., 1.),
                ('M11', greatest(difficult, closed), difficult + span, 1., 0.),
                ('O01', counted, counted + span, 1., 0.)],
                'Array(Tuple(String, Int32, Int32, Float64, Float64))'),
            arrayMap(s -> ('M02', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
            arrayMap(s -> ('M02', greatest(s.1, finished), s.2, 1., 0.), if(finished_in_time, should_close, [])),
            arrayMap(s -> ('M03', s.1, s.2, 0., 1.), should_close),
            arrayMap(s -> ('M03', greatest(s.1, closed), s.2, 1., 0.), should_close),
            arrayMap(s -> ('M04', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
            arrayMap(s -> ('M04', greatest(s.1, closed), s.2, 1., 0.), if(closed_in_time, should_close, [])),
            arrayMap(s -> ('M05', s.1, s.2, toFloat64(reworks > 0), 1.), should_close),
            if(live, [('O04', filed, closed, 0., 1.)], []),
            if(live AND due != never, [('O04', greatest(filed, due), closed, 1., 0.)], []))) AS interval
        ARRAY JOIN [(interval.2, 1.), (interval.3, -1.)] AS edge
    ),
    repeated AS
    (
        SELECT *,
            max(heard) OVER (PARTITION BY caller_hash ORDER BY heard RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM (SELECT *, toUnixTimestamp64Milli(received_at) AS heard FROM hotline_orders FINAL WHERE grid != '')
    ),
    order_steps AS
    (
        SELECT grid, interval.1 AS indicator, edge.1 AS number, edge.2 * interval.3 AS numerator, edge.2 * interval.4 AS denominator
        FROM
        (
            SELECT
                toString(grid) AS grid,
                numbered(received_at) AS received,
                addDays(toTimeZone(received_at, '{{zone}}'),
                    multiIf(toDayOfWeek(toTimeZone(received_at, '{{zone}}')) = 5, 3, toDayOfWeek(toTimeZone(received_at, '{{zone}}')) = 6, 2, 1)) AS contact_due,
                arrayConcat(
                    CAST([
                        ('M08', received, 0., 1.),
                        ('S05', received, toFloat64(before >= heard - 30 * 86400000), 1.),
                        ('O02', received, 1., 0.)], 'Array(Tuple(String, Int32, Float64, Float64))'),
                    if(contact_needed = 1 AND (isNotNull(first_contacted_at) OR contact_due < until),
                        [('S01', received, toFloat64(ifNull(first_contacted_at <= contact_due, 0)), 1.)], []),
                    if(ifNull(due_at < until, 0),
                        [('S02', assumeNotNull(numbered(due_at)), toFloat64(ifNull(replied_at <= due_at, 0)), 1.)], []),
                    if(isNotNull(replied_at) AND outcome IN ('solved', 'explained'),
                        [('S03', assumeNotNull(numbered(replied_at)), toFloat64(outcome = 'solved'), 1.)], []),
                    if(isNotNull(called_back_at) AND answered = 1 AND satisfaction IN ('satisfied', 'fairly', 'dissatisfied'),
                        [('S04', assumeNotNull(numbered(called_back_at)),
                            transform(toString(satisfaction), ['satisfied', 'fairly'], [1., 0.8], 0.), 1.)], [])) AS intervals
            FROM repeated
        )
        ARRAY JOIN intervals AS interval
        ARRAY JOIN [(interval.2, 1.), (interval.2 + span, -1.)] AS edge
    ),
    keyed AS
    (
        SELECT area_id AS area, indicator, smallest, smallest_days, scale, on_street OR level != 'grid' AS applies
        FROM areas FINAL
        CROSS JOIN
        (
            SELECT k.1 AS indicator, k.2 AS smallest, k.3 AS smallest_days, k.4 AS scale, k.5 AS on_street
            FROM (SELECT arrayJoin([{{catalogue}}]) AS k)
        ) AS catalogue
    ),
    exposures AS
    (
        SELECT t.area AS area, sum(a.square_kilometres) AS ground, sum(a.residents) / 1000 AS people
        FROM tree AS t
        INNER JOIN (SELECT area_id, square_kilometres, residents FROM areas FINAL) AS a ON a.area_id = t.grid
        GROUP BY area
    ),
    rates AS
    (
        SELECT
            area, indicator, number,
            abs(round(sum(numerator) OVER running, 6)) AS reached,
            abs(round(sum(denominator) OVER running, 6)) AS counted
        FROM
        (
            SELECT area, indicator, number, sum(numerator) AS numerator, sum(denominator) AS denominator
            FROM
            (
                SELECT area, indicator, toInt32(greatest(number, first)) AS number, numerator, denominator
                FROM (SELECT * FROM case_steps WHERE number < after UNION ALL SELECT * FROM order_steps WHERE number < after) AS steps
                INNER JOIN tree ON tree.grid = steps.grid
                UNION ALL
                SELECT area, indicator, arrayJoin(range(first, after)), 0., 0. FROM keyed
            )
            GROUP BY area, indicator, number
        )
        WINDOW running AS (PARTITION BY area, indicator ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    medians AS
    (
        SELECT area, number, quantilesExactInclusive(0.5, 0.9)(hours) AS quantiles, sum(hours) AS total, count() AS closings
        FROM
        (
            SELECT tree.area AS area, hours, arrayJoin(range(greatest(closed, first), least(closed + span, after))) AS number
            FROM (SELECT grid, closed, assumeNotNull(hours) AS hours FROM case_days WHERE isNotNull(hours)) AS closing
            INNER JOIN tree ON tree.grid = closing.grid
        )
        GROUP BY area, number
    )
SELECT
    area, indicator, {{value}}, reached,
    multiIf(indicator = 'O01', ground * days / 30, indicator = 'O02', people * days, counted) AS denominator,
    if(state = 'measured', reached / denominator * scale, NULL),
    multiIf(NOT applies, 'not-applicable', denominator = 0, 'no-data',
        denominator < smallest OR days < smallest_days, 'insufficient', 'measured') AS state,
    NULL, 1, until, until, {{version}}
FROM rates
INNER JOIN keyed USING (area, indicator)
INNER JOIN exposures USING (area)
INNER JOIN windows USING (number)
UNION ALL
SELECT
    area, 'O03', {{value}}, total, closings, if(closings >= 10, quantiles[1], NULL),
    multiIf(closings = 0, 'no-data', closings < 10, 'insufficient', 'measured'),
    if(closings >= 10, quantiles[2], NULL), 1, until, until, {{version}}
FROM
(
    SELECT area_id AS area, number, starts FROM (SELECT area_id FROM areas FINAL) AS all_areas CROSS JOIN windows
) AS asked
LEFT JOIN medians USING (area, number)
