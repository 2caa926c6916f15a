-- Base records: every event about one confirms it for the refresh period of its kind. A record ends when it expires, and needs
-- no confirmation while it is moved out or closed.
SELECT
    areas,
    span,
    arrayConcat(
        arrayMap(s -> ('O07', s.1, s.2, 0., 1.), stays),
        arrayMap(s -> ('O07', s.1, least(s.2, s.3), 1., 0.), stays)) AS intervals
FROM
(
    SELECT
        [grid] AS areas,
        arrayFill(status -> status != '', arrayMap(t -> t.5, told)) AS statuses,
        arrayMap(t -> t.2, told) AS begins,
        arraySlice(arrayPushBack(begins, toInt64({{never}})), 2) AS ends,
        arrayMap(s -> (s.1, least(s.2, s.4.4), s.4.3),
            arrayFilter(s -> s.3 NOT IN ('moved-out', 'closed'), arrayZip(begins, ends, statuses, told))) AS stays
    FROM
    (
        SELECT
            kind,
            last.1 AS record_id,
            argMaxIf(last.3, last.2, last.3 != '') AS grid,
            arraySort(t -> t.1, groupArray((last.2, begin, stale, expired, status))) AS told
        FROM
        (
            WITH
                toDateTime64('{{until}}', 3, 'UTC') AS until,
                toInt64({{never}}) AS never,
                at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), never), never) AS numbered
            SELECT
                argMax((subject, occurred_at, toString(grid), data), version) AS last,
                any(type) AS of_type,
                multiIf(
                    of_type = 'cn.grid.enterprise.updated', 'enterprise',
                    of_type = 'cn.grid.building.updated', 'building',
                    of_type = 'cn.grid.record.updated', JSONExtractString(last.4, 'recordKind'),
                    'component') AS kind,
                transform(kind, ['enterprise', 'building', 'site', 'component', 'device', 'person-group'],
                    [{{O07.enterprise}}, {{O07.building}}, {{O07.site}}, {{O07.component}}, {{O07.device}},
                        {{O07.person-group}}], 0) AS days,
                numbered(last.2) AS begin,
                numbered(addDays(last.2, days)) AS stale,
                numbered(parseDateTime64BestEffortOrNull(JSONExtractString(last.4, 'validTo'), 3, 'UTC')) AS expired,
                if(of_type = 'cn.grid.record.updated', JSONExtractString(last.4, 'attributes', 'status'),
                    JSONExtractString(last.4, 'status')) AS status
            FROM events
            WHERE type IN ('cn.grid.record.updated', 'cn.grid.enterprise.updated', 'cn.grid.building.updated',
                    'cn.grid.component.registered', 'cn.grid.component.inspected')
                AND occurred_at < toDateTime64('{{until}}', 3, 'UTC')
            GROUP BY source, id
        )
        GROUP BY kind, record_id
    )
    WHERE grid != ''
)
ARRAY JOIN [{{spans}}] AS span
