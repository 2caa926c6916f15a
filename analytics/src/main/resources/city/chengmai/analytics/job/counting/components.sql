-- Components: the condition found at one event holds until the next that tells one.
SELECT
    [grid] AS areas,
    span,
    arrayConcat(
        arrayMap((a, b, c) -> ('O06', a, b, 0., 1.), begins, ends, conditions),
        arrayMap((a, b, c) -> ('O06', if(c IN ('good', 'worn'), a, b), b, 1., 0.), begins, ends, conditions)) AS intervals
FROM
(
    SELECT
        last.1 AS component_id,
        argMaxIf(last.3, last.2, last.3 != '') AS grid,
        arraySort(groupArrayIf((last.2, numbered, condition), condition != '')) AS told,
        arrayMap(t -> t.2, told) AS begins,
        arraySlice(arrayPushBack(begins, toInt64({{never}})), 2) AS ends,
        arrayMap(t -> t.3, told) AS conditions
    FROM
    (
        SELECT
            argMax((subject, occurred_at, toString(grid), data), version) AS last,
            toInt64({{number}}(last.2, '{{zone}}')) AS numbered,
            JSONExtractString(last.4, 'condition') AS condition
        FROM events
        WHERE type IN ('cn.grid.component.registered', 'cn.grid.component.inspected')
            AND occurred_at < toDateTime64('{{until}}', 3, 'UTC')
        GROUP BY source, id
    )
    GROUP BY component_id
    HAVING grid != '' AND notEmpty(told)
)
ARRAY JOIN [{{spans}}] AS span
