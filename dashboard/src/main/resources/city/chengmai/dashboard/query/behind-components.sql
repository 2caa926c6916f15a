-- Components whose condition, as last found until the end of the window, is a defect.
WITH {now:DateTime64(3, 'UTC')} AS until
SELECT id, if(file.category = '', 'component', toString(file.category)) AS what,
       if(file.category = '', 'word', 'category') AS what_kind,
       if(file.case_id = '', '', 'case') AS about_kind, file.case_id AS about_id, file.case_id AS about_name,
       tupleElement(found, 1) AS at, tupleElement(found, 2) AS state, 1. AS weight, count() OVER () AS total
FROM
(
    SELECT
        last.1 AS id,
        argMaxIf(last.3, last.2, last.3 != '') AS last_grid,
        arraySort(groupArrayIf((last.2, condition), condition != ''))[-1] AS found
    FROM
    (
        SELECT
            argMax((subject, occurred_at, toString(grid), data), version) AS last,
            JSONExtractString(last.4, 'condition') AS condition
        FROM events
        WHERE type IN ('cn.grid.component.registered', 'cn.grid.component.inspected') AND occurred_at < until
        GROUP BY source, id
    )
    GROUP BY id
    HAVING last_grid IN {grids:Array(String)} AND found.2 NOT IN ('', 'good', 'worn')
) AS broken
LEFT JOIN components AS file ON file.component_id = broken.id
ORDER BY at, id
LIMIT {limit:UInt32}
