-- Mandatory fields that files of buildings lack, or the area of each building that is not let; as last told until the end of
-- the window, by the rules of analytics.
WITH
    {now:DateTime64(3, 'UTC')} AS until,
    buildings_told AS
    (
        SELECT
            last.1 AS building_id,
            argMaxIf(last.3, last.2, last.3 != '') AS last_grid,
            max(last.2) AS told_at,
            arraySort(t -> t.1, groupArray((last.2, lettable_area, let_area))) AS told,
            arrayFilter(area -> isNotNull(area), arrayMap(t -> t.2, told))[-1] AS lettable,
            arrayFilter(area -> isNotNull(area), arrayMap(t -> t.3, told))[-1] AS let,
            if(countIf(is_file) = 0, [], arrayMap(field -> field.1, arrayFilter(field -> field.2 = 0, [
                ('grade', countIf(is_file AND JSONExtractString(last.4, 'grade') != '')),
                ('taxClass', countIf(is_file AND JSONExtractString(last.4, 'taxClass') != '')),
                ('floors', countIf(is_file AND isNotNull(JSONExtract(last.4, 'floors', 'Nullable(Float64)')))),
                ('lettableArea', countIf(is_file AND isNotNull(lettable_area))),
                ('letArea', countIf(is_file AND isNotNull(let_area)))]))) AS lacking
        FROM
        (
            SELECT
                argMax((subject, occurred_at, toString(grid), data), version) AS last,
                any(type) = 'cn.grid.building.updated' AS is_file,
                if(is_file, JSONExtract(last.4, 'lettableArea', 'Nullable(Float64)'),
                    toFloat64OrNull(JSONExtractString(last.4, 'attributes', 'lettableArea'))) AS lettable_area,
                if(is_file, JSONExtract(last.4, 'letArea', 'Nullable(Float64)'),
                    toFloat64OrNull(JSONExtractString(last.4, 'attributes', 'letArea'))) AS let_area
            FROM events
            WHERE type IN ('cn.grid.building.updated', 'cn.grid.record.updated') AND occurred_at < until
            GROUP BY source, id
            HAVING is_file OR JSONExtractString(last.4, 'recordKind') = 'building'
        )
        GROUP BY building_id
        HAVING last_grid IN {grids:Array(String)}
    ),
    missed AS
    (
        SELECT building_id, told_at, arrayJoin(multiIf(
            {indicator:String} = 'O08', arrayMap(field -> (field, 1.), lacking),
            {indicator:String} = 'O12' AND ifNull(lettable > 0, 0) AND isNotNull(let) AND ifNull(lettable != let, 0),
                [('building', assumeNotNull(lettable) - assumeNotNull(let))],
            [])) AS lack
        FROM buildings_told
    )
SELECT missed.building_id AS id, tupleElement(lack, 1) AS what, if({indicator:String} = 'O08', 'field', 'word') AS what_kind,
       if(file.building_id = '', '', 'building') AS about_kind, missed.building_id AS about_id, file.name AS about_name,
       told_at AS at, if({indicator:String} = 'O08', 'empty', 'vacant') AS state,
       tupleElement(lack, 2) AS weight, count() OVER () AS total
FROM missed
LEFT JOIN buildings AS file ON file.building_id = missed.building_id
ORDER BY weight DESC, id, what
LIMIT {limit:UInt32}
