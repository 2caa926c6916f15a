-- What each case adds to the rates, as steps of a running sum: +1 on the first day whose window
-- counts it, -1 on the day after the last. Days are numbers since 1970-01-01 in the city's zone.
--
--   window of 3 days ending on D:   [D-2, D]
--   counted from day 5 on           steps +1 at 5, -1 at 8: windows ending on 5, 6, 7
--
-- "Should close" counts while the finished handling or the passed due time lies in the window; what
-- was reached counts from the day on which it was known.
SELECT area, indicator, span, day, sum(numerator) AS numerator, sum(denominator) AS denominator
FROM
(
    SELECT
        area,
        interval.1 AS indicator,
        span,
        edge.1 AS day,
        edge.2 * interval.4 AS numerator,
        edge.2 * interval.5 AS denominator
    FROM
    (
        SELECT
            areas,
            span,
            multiIf(
                NOT live OR (finished = never AND due = never), CAST([], 'Array(Tuple(Int32, Int32))'),
                finished = never, [(due, due + span)],
                due = never, [(finished, finished + span)],
                abs(finished - due) >= span, [(finished, finished + span), (due, due + span)],
                [(least(finished, due), greatest(finished, due) + span)]) AS should_close,
            arrayConcat(
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
                if(live AND due != never, [('O04', greatest(filed, due), closed, 1., 0.)], [])) AS intervals
        FROM
        (
            SELECT
                arrayFilter(a -> a != '', [toString(grid), toString(overlay_grid)]) AS areas,
                toInt32(10000000) AS never,
                ifNull(toInt32(toDate(toTimeZone(accepted_at, '{{zone}}'))), never) AS accepted,
                ifNull(toInt32(toDate(toTimeZone(filed_at, '{{zone}}'))), never) AS filed,
                ifNull(toInt32(toDate(toTimeZone(coalesce(disposed_at, closed_at), '{{zone}}'))), never) AS finished,
                ifNull(toInt32(toDate(toTimeZone(closed_at, '{{zone}}'))), never) AS closed,
                if(ifNull(due_at < toDateTime64('{{until}}', 3, 'UTC'), 0),
                    ifNull(toInt32(toDate(toTimeZone(due_at, '{{zone}}'))), never), never) AS due,
                isNotNull(due_at) AS has_due,
                ifNull(coalesce(disposed_at, closed_at) <= due_at, 0) AS finished_in_time,
                ifNull(closed_at <= due_at, 0) AS closed_in_time,
                isNotNull(cancelled_at) AS cancelled,
                filed != never AND NOT cancelled AND suspended = 0 AS live,
                reworks
            FROM cases FINAL
            WHERE grid != '' OR overlay_grid != ''
        )
        ARRAY JOIN [toInt32(1), toInt32(30)] AS span
    )
    ARRAY JOIN arrayFilter(i -> i.2 < i.3, intervals) AS interval
    ARRAY JOIN areas AS area
    ARRAY JOIN [(interval.2, 1.), (interval.3, -1.)] AS edge
)
WHERE day < {{end}}
GROUP BY area, indicator, span, day
