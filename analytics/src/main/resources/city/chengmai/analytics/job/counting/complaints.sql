-- Site complaints by the moment the street received them. Neither clock is judged before it ran out or was met. For O02 they
-- are the complaints of a site grid; base grids have their hotline orders.
SELECT
    [area.1] AS areas,
    span,
    [
        ('S06', if(look_judged, received, never), received + span, looked_in_time, 1.),
        ('S07', if(talk_judged, received, never), received + span, talked_in_time, 1.),
        ('O02', if(area.2 = 'site', received, never), received + span, 1., 0.)
    ] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        addSeconds(received_at, 3600 * {{S06.hours}}) AS look_due,
        addSeconds(received_at, 3600 * {{S07.hours}}) AS talk_due
    SELECT
        toString(grid) AS grid,
        toString(overlay_grid) AS overlay_grid,
        toInt64({{never}}) AS never,
        ifNull(if(received_at < until, toInt64({{number}}(received_at, '{{zone}}')), never), never) AS received,
        ifNull(verified_at < until, 0) OR ifNull(look_due <= until, 0) AS look_judged,
        toFloat64(ifNull(verified_at <= look_due, 0)) AS looked_in_time,
        ifNull(negotiation_needed, 0) = 1 AND ifNull(confirmed, 1) = 1
            AND (ifNull(negotiation_opened_at < until, 0) OR ifNull(talk_due <= until, 0)) AS talk_judged,
        toFloat64(ifNull(negotiation_opened_at <= talk_due, 0)) AS talked_in_time
    FROM site_complaints FINAL
    WHERE (grid != '' OR overlay_grid != '') AND received_at >= '{{since}}'
)
ARRAY JOIN [{{spans}}] AS span
ARRAY JOIN arrayFilter(a -> a.1 != '', [(grid, 'base'), (overlay_grid, 'site')]) AS area
