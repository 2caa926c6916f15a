-- Buildings: fields of the file as they were first told, areas as last told by the file or the base record.
SELECT
    areas,
    span,
    arrayConcat(
        if(begun = {{never}}, [], [('O08', begun, toInt64({{never}}), 0., 5.)]),
        arrayMap(field -> ('O08', field, toInt64({{never}}), 1., 0.), filled),
        arrayMap(s -> ('O12', s.1, s.2, assumeNotNull(s.4), assumeNotNull(s.3)),
            arrayFilter(s -> ifNull(s.3 > 0, 0) AND isNotNull(s.4), arrayZip(begins, ends, lettable, let)))) AS intervals
FROM
(
    SELECT
        [grid] AS areas,
        begun,
        filled,
        arrayMap(t -> t.2, told) AS begins,
        arraySlice(arrayPushBack(begins, toInt64({{never}})), 2) AS ends,
        arrayFill(area -> isNotNull(area), arrayMap(t -> t.3, told)) AS lettable,
        arrayFill(area -> isNotNull(area), arrayMap(t -> t.4, told)) AS let
    FROM
    (
        SELECT
            last.1 AS building_id,
            argMaxIf(last.3, last.2, last.3 != '') AS grid,
            arraySort(t -> t.1, groupArray((last.2, numbered, lettable_area, let_area))) AS told,
            if(countIf(is_file) = 0, toInt64({{never}}), minIf(numbered, is_file)) AS begun,
            arrayMap(field -> assumeNotNull(field), arrayFilter(field -> isNotNull(field), [
                minOrNullIf(numbered, is_file AND JSONExtractString(last.4, 'grade') != ''),
                minOrNullIf(numbered, is_file AND JSONExtractString(last.4, 'taxClass') != ''),
                minOrNullIf(numbered, is_file AND isNotNull(JSONExtract(last.4, 'floors', 'Nullable(Float64)'))),
                minOrNullIf(numbered, is_file AND isNotNull(lettable_area)),
                minOrNullIf(numbered, is_file AND isNotNull(let_area))])) AS filled
        FROM
        (
            SELECT
                argMax((subject, occurred_at, toString(grid), data), version) AS last,
                any(type) = 'cn.grid.building.updated' AS is_file,
                toInt64({{number}}(last.2, '{{zone}}')) AS numbered,
                if(is_file, JSONExtract(last.4, 'lettableArea', 'Nullable(Float64)'),
                    toFloat64OrNull(JSONExtractString(last.4, 'attributes', 'lettableArea'))) AS lettable_area,
                if(is_file, JSONExtract(last.4, 'letArea', 'Nullable(Float64)'),
                    toFloat64OrNull(JSONExtractString(last.4, 'attributes', 'letArea'))) AS let_area
            FROM events
            WHERE type IN ('cn.grid.building.updated', 'cn.grid.record.updated')
                AND occurred_at < toDateTime64('{{until}}', 3, 'UTC')
            GROUP BY source, id
            HAVING is_file OR JSONExtractString(last.4, 'recordKind') = 'building'
        )
        GROUP BY building_id
    )
    WHERE grid != ''
)
ARRAY JOIN [{{spans}}] AS span
