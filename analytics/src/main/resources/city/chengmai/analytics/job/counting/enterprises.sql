-- Enterprises on the roster, as their files told it from event to event; what a file does not mention stays. A stay is a stretch
-- of time between two events in which the enterprise is there.
WITH
    files AS
    (
        SELECT
            last.1 AS enterprise_id,
            argMaxIf(last.3, last.2, last.3 != '') AS grid,
            arraySort(groupArray((last.2, JSONExtractString(last.4, 'status'), JSONExtractString(last.4, 'tier')))) AS told,
            arrayMap(field -> assumeNotNull(field), arrayFilter(field -> isNotNull(field), [
                minOrNullIf(numbered, JSONExtractString(last.4, 'tier') != ''),
                minOrNullIf(numbered, JSONExtractString(last.4, 'trade') != ''),
                minOrNullIf(numbered, JSONExtractString(last.4, 'status') != ''),
                minOrNullIf(numbered, isNotNull(JSONExtract(last.4, 'employees', 'Nullable(Float64)'))),
                minOrNullIf(numbered, isNotNull(JSONExtract(last.4, 'floorArea', 'Nullable(Float64)')))])) AS filled
        FROM
        (
            SELECT
                argMax((subject, occurred_at, toString(grid), data), version) AS last,
                toInt64({{number}}(last.2, '{{zone}}')) AS numbered
            FROM events
            WHERE type = 'cn.grid.enterprise.updated' AND occurred_at < toDateTime64('{{until}}', 3, 'UTC')
            GROUP BY source, id
        )
        GROUP BY enterprise_id
    ),
    visited AS
    (
        SELECT
            target_id AS enterprise_id,
            arraySort(groupUniqArray(assumeNotNull(toInt64({{number}}(held_at, '{{zone}}'))))) AS days
        FROM visits FINAL
        WHERE target_type = 'enterprise' AND held_at >= '{{since}}' AND held_at < toDateTime64('{{until}}', 3, 'UTC')
        GROUP BY enterprise_id
    ),
    equipped AS
    (
        SELECT enterprise_id, max(delivered) AS complete
        FROM
        (
            SELECT enterprise_id, part, min(assumeNotNull(toInt64({{number}}(delivered_at, '{{zone}}')))) AS delivered
            FROM service_packages FINAL
            WHERE confirmed = 1 AND delivered_at < toDateTime64('{{until}}', 3, 'UTC')
                AND part IN ('general-policy', 'individual-policy', 'appeal-interaction', 'welcome')
            GROUP BY enterprise_id, part
        )
        GROUP BY enterprise_id
        HAVING count() = 4
    )
SELECT
    areas,
    span,
    arrayMap((day, next) -> (day, least(day + span, next)), days, arraySlice(arrayPushBack(days, toInt64({{never}})), 2)) AS visits_cover,
    arrayConcat(
        arrayMap(stay -> ('S08', stay.1, stay.2, 0., 1.), stays),
        arrayFlatten(arrayMap(stay -> arrayMap(visit -> ('S08', greatest(stay.1, visit.1), least(stay.2, visit.2), 1., 0.),
            visits_cover), stays)),
        arrayMap(stay -> ('S10', stay.1, stay.2, 0., 1.), arrayFilter(stay -> stay.3 = 'key', stays)),
        arrayMap(stay -> ('S10', greatest(stay.1, complete), stay.2, 1., 0.), arrayFilter(stay -> stay.3 = 'key', stays)),
        arrayMap(stay -> ('O08', stay.1, stay.2, 0., 5.), stays),
        arrayFlatten(arrayMap(stay -> arrayMap(field -> ('O08', greatest(stay.1, field), stay.2, 1., 0.), filled), stays))
    ) AS intervals
FROM
(
    SELECT
        [grid] AS areas,
        arrayMap(t -> toInt64({{number}}(t.1, '{{zone}}')), told) AS begins,
        arraySlice(arrayPushBack(begins, toInt64({{never}})), 2) AS ends,
        arrayFill(status -> status != '', arrayMap(t -> t.2, told)) AS statuses,
        arrayFill(tier -> tier != '', arrayMap(t -> t.3, told)) AS tiers,
        arrayMap(s -> (s.1, s.2, s.4), arrayFilter(s -> s.1 < s.2 AND s.3 NOT IN ('moved-out', 'closed'),
            arrayZip(begins, ends, statuses, tiers))) AS stays,
        filled,
        visited.days AS days,
        if(equipped.complete = 0, toInt64({{never}}), equipped.complete) AS complete
    FROM files
    LEFT JOIN visited ON visited.enterprise_id = files.enterprise_id
    LEFT JOIN equipped ON equipped.enterprise_id = files.enterprise_id
    WHERE grid != ''
)
ARRAY JOIN [{{spans}}] AS span
