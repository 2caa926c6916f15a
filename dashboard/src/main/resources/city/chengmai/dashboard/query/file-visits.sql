-- Visits to one record, or in a grid when it is named, with the issues that came up.
WITH
    issues AS
    (
        SELECT visit_id, count() AS issues, countIf(solved_on_spot = 1) AS solved
        FROM visit_issues
        GROUP BY visit_id
    )
SELECT v.visit_id AS visit_id, v.campaign AS campaign, v.target_type AS target_type, v.target_id AS target_id,
       v.held_at AS held_at, v.minutes AS minutes, v.participants AS participants, v.satisfaction AS satisfaction,
       v.revisits AS revisits, v.reopened AS reopened, i.issues AS issues, i.solved AS solved, count() OVER () AS total
FROM visits AS v
LEFT JOIN issues AS i ON i.visit_id = v.visit_id
WHERE v.held_at < {now:DateTime64(3, 'UTC')}
    AND if({grid:String} != '', v.grid = {grid:String},
        v.target_type IN {target_types:Array(String)} AND v.target_id = {id:String})
ORDER BY held_at DESC, visit_id
LIMIT {limit:UInt32}
