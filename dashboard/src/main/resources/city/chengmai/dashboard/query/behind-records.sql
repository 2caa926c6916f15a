-- Base records valid at the end of the window that nothing confirmed within the refresh period of their kind. A record ends
-- when it expires, and needs no confirmation while it is moved out or closed.
WITH {now:DateTime64(3, 'UTC')} AS until
SELECT record_id AS id, kind AS what, 'word' AS what_kind,
       if(file.id = '', '', kind) AS about_kind, record_id AS about_id, file.name AS about_name,
       tupleElement(latest, 1) AS at, tupleElement(latest, 2) AS due, 'stale' AS state, 1. AS weight, count() OVER () AS total
FROM
(
    SELECT
        kind,
        last.1 AS record_id,
        argMaxIf(last.3, last.2, last.3 != '') AS last_grid,
        arraySort(t -> t.1, groupArray((last.2, stale_at, expires_at, status))) AS told,
        arrayFilter(status -> status != '', arrayMap(t -> t.4, told))[-1] AS last_status,
        told[-1] AS latest
    FROM
    (
        SELECT
            argMax((subject, occurred_at, toString(grid), data), version) AS last,
            any(type) AS of_type,
            multiIf(
                of_type = 'cn.grid.enterprise.updated', 'enterprise',
                of_type = 'cn.grid.building.updated', 'building',
                of_type = 'cn.grid.record.updated', JSONExtractString(last.4, 'recordKind'),
                'component') AS kind,
            addDays(last.2, toInt32(transform(kind, {names:Array(String)}, {numbers:Array(Float64)}, 0.))) AS stale_at,
            parseDateTime64BestEffortOrNull(JSONExtractString(last.4, 'validTo'), 3, 'UTC') AS expires_at,
            if(of_type = 'cn.grid.record.updated', JSONExtractString(last.4, 'attributes', 'status'),
                JSONExtractString(last.4, 'status')) AS status
        FROM events
        WHERE type IN ('cn.grid.record.updated', 'cn.grid.enterprise.updated', 'cn.grid.building.updated',
                'cn.grid.component.registered', 'cn.grid.component.inspected')
            AND occurred_at < until
        GROUP BY source, id
    )
    GROUP BY kind, record_id
    HAVING last_grid IN {grids:Array(String)} AND last_status NOT IN ('moved-out', 'closed')
        AND latest.2 < until AND NOT ifNull(latest.3 < until, 0)
) AS record
LEFT JOIN
(
    SELECT 'enterprise' AS kind, enterprise_id AS id, name FROM enterprises
    UNION ALL
    SELECT 'building', building_id, name FROM buildings
) AS file ON file.kind = record.kind AND file.id = record.record_id
ORDER BY due, id
LIMIT {limit:UInt32}
