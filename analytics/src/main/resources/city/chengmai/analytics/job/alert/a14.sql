-- Milestones of projects, and lift retrofits, that are past due.
SELECT
    id AS finding,
    if(over_at > until OR isNull(over_at), if(until >= due + toIntervalSecond(toInt64({alarm_days:Float64} * 86400)), 'alarm', 'warning'), 'warning') AS severity,
    grid AS area,
    id AS subject,
    least(ifNull(planned, due), due) AS period_start,
    due AS period_end,
    due AS known_at,
    over_at,
    dateDiff('second', due, least(ifNull(over_at, until), until)) / 86400 AS observed,
    0. AS upper,
    [id] AS evidence,
    1 AS evidence_total,
    map('kind', kind, 'title', title, 'unit', unit) AS details,
    1 AS from_missing
FROM
(
    SELECT milestone_id AS id, 'milestone' AS kind, toString(grid) AS grid, if(title = '', task, title) AS title, toString(unit) AS unit,
           ifNull(planned_at, started_at) AS planned, assumeNotNull(due_at) AS due,
           ifNull(reached_at, dropped_at) AS over_at, {until:DateTime64(3, 'UTC')} AS until
    FROM project_milestones FINAL
    WHERE isNotNull(due_at)
    UNION ALL
    SELECT staircase_id, 'lift', toString(grid), toString(estate_id), '', consulting_at, assumeNotNull(due_at), finished_at,
           {until:DateTime64(3, 'UTC')}
    FROM lift_retrofits FINAL
    WHERE isNotNull(due_at)
)
WHERE due <= until AND (isNull(over_at) OR over_at > due)
ORDER BY finding
