-- Cases. "Should close" counts while the finished handling or the passed due time lies in the window; what was reached counts
-- from the day on which it was known.
SELECT
    areas,
    span,
    multiIf(
        NOT live OR (finished = never AND due = never), CAST([], 'Array(Tuple(Int64, Int64))'),
        finished = never, [(due, due + span)],
        due = never, [(finished, finished + span)],
        abs(finished - due) >= span, [(finished, finished + span), (due, due + span)],
        [(least(finished, due), greatest(finished, due) + span)]) AS should_close,
    arrayConcat(
        [
            ('M01', accepted, accepted + span, toFloat64(filed != never), 1.),
            ('M06', counted, counted + span, toFloat64(extensions + suspensions > 0), 1.),
            ('M07', counted, counted + span, toFloat64(channel IN ('patrol', 'sensor', 'model', 'visit')), 1.),
            ('M11', difficult, difficult + span, 0., 1.),
            ('M11', greatest(difficult, closed), difficult + span, 1., 0.),
            ('O01', counted, counted + span, 1., 0.),
            ('O04', if(live, filed, never), closed, 0., 1.),
            ('O04', if(live, greatest(filed, due), never), closed, 1., 0.)
        ],
        arrayMap(s -> ('M02', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
        arrayMap(s -> ('M02', greatest(s.1, finished), s.2, 1., 0.), if(finished_in_time, should_close, [])),
        arrayMap(s -> ('M03', s.1, s.2, 0., 1.), should_close),
        arrayMap(s -> ('M03', greatest(s.1, closed), s.2, 1., 0.), should_close),
        arrayMap(s -> ('M04', s.1, s.2, 0., 1.), if(has_due, should_close, [])),
        arrayMap(s -> ('M04', greatest(s.1, closed), s.2, 1., 0.), if(closed_in_time, should_close, [])),
        arrayMap(s -> ('M05', s.1, s.2, toFloat64(reworks > 0), 1.), should_close)) AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        toInt64({{never}}) AS never,
        at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), never), never) AS numbered
    SELECT
        arrayFilter(a -> a != '', [toString(grid), toString(overlay_grid)]) AS areas,
        toInt64({{never}}) AS never,
        numbered(accepted_at) AS accepted,
        numbered(filed_at) AS filed,
        numbered(coalesce(disposed_at, closed_at)) AS finished,
        numbered(closed_at) AS closed,
        numbered(due_at) AS due,
        isNotNull(due_at) AS has_due,
        ifNull(coalesce(disposed_at, closed_at) <= due_at, 0) AS finished_in_time,
        ifNull(closed_at <= due_at, 0) AS closed_in_time,
        ifNull(cancelled_at < until, 0) AS cancelled,
        filed != never AND NOT cancelled AND suspended = 0 AS live,
        if(cancelled, never, filed) AS counted,
        if(cancelled OR level != 'difficult', never, accepted) AS difficult,
        channel,
        extensions,
        suspensions,
        reworks
    FROM cases FINAL
    WHERE (grid != '' OR overlay_grid != '')
        AND cityHash64(case_id) % {{slices}} = {{slice}}
        AND (({{open}} AND isNull(closed_at)) OR cancelled_at >= '{{since}}' OR accepted_at >= '{{since}}' OR filed_at >= '{{since}}' OR due_at >= '{{since}}'
            OR disposed_at >= '{{since}}' OR closed_at >= '{{since}}')
)
ARRAY JOIN [{{spans}}] AS span
