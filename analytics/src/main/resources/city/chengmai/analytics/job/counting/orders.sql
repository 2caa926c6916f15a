-- Hotline orders. The contact is due at the same time on the next working day; an order that is neither contacted nor past
-- that is not judged yet.
SELECT
    areas,
    span,
    [
        ('S01', if(contact_judged, received, never), received + span, contacted_in_time, 1.),
        ('S02', due, due + span, replied_in_time, 1.),
        ('S03', told, told + span, solved, 1.),
        ('S04', asked, asked + span, satisfied, 1.),
        ('O02', received, received + span, 1., 0.)
    ] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        toInt64({{never}}) AS never,
        at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), never), never) AS numbered
    SELECT
        [toString(grid)] AS areas,
        toInt64({{never}}) AS never,
        addDays(toTimeZone(received_at, '{{zone}}'),
            transform(toInt32(toRelativeDayNum(received_at, '{{zone}}')), [{{days}}], [{{steps}}], 1)) AS contact_due,
        numbered(received_at) AS received,
        contact_needed = 1 AND (ifNull(first_contacted_at < until, 0) OR contact_due < until) AS contact_judged,
        toFloat64(ifNull(first_contacted_at <= contact_due, 0)) AS contacted_in_time,
        numbered(due_at) AS due,
        toFloat64(ifNull(replied_at <= due_at, 0)) AS replied_in_time,
        if(outcome IN ('solved', 'explained'), numbered(replied_at), never) AS told,
        toFloat64(outcome = 'solved') AS solved,
        if(answered = 1 AND satisfaction IN ('satisfied', 'fairly', 'dissatisfied'), numbered(called_back_at), never) AS asked,
        transform(toString(satisfaction), ['satisfied', 'fairly', 'dissatisfied'],
            [toFloat64({{S04.satisfied}}), toFloat64({{S04.fairly}}), toFloat64({{S04.dissatisfied}})], 0.) AS satisfied
    FROM hotline_orders FINAL
    WHERE grid != '' AND cityHash64(order_id) % {{slices}} = {{slice}}
        AND (received_at >= '{{since}}' OR due_at >= '{{since}}' OR replied_at >= '{{since}}'
            OR called_back_at >= '{{since}}' OR first_contacted_at >= '{{since}}'
            OR contact_due >= toDateTime64('{{since}}', 3, 'UTC'))
)
ARRAY JOIN [{{spans}}] AS span
