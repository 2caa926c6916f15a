-- Hits of models by the moment somebody looked; beside the rate the share of the hits that were looked at.
SELECT
    [toString(grid)] AS areas,
    span,
    [
        ('O10', checked, checked + span, confirmed, 1.),
        ('O10 beside', hit, hit + span, 0., 1.),
        ('O10 beside', greatest(hit, checked), hit + span, 1., 0.)
    ] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), {{never}}), {{never}}) AS numbered
    SELECT
        grid,
        numbered(hit_at) AS hit,
        if(verdict = '', toInt64({{never}}), numbered(verified_at)) AS checked,
        toFloat64(verdict = 'confirmed') AS confirmed
    FROM model_hits FINAL
    WHERE grid != '' AND (hit_at >= '{{since}}' OR verified_at >= '{{since}}')
)
ARRAY JOIN [{{spans}}] AS span
