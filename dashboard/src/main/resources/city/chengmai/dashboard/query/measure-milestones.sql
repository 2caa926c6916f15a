-- Milestones of people's projects as they stood at a moment.
WITH
    {now:DateTime64(3, 'UTC')} AS at,
    ifNull(reached_at < at, 0) AS is_reached,
    ifNull(dropped_at < at, 0) AS is_dropped
SELECT milestone_id, project_id, if(title = '', task, title) AS name, unit, due_at,
       if(is_reached, reached_at, NULL) AS done_at,
       multiIf(is_reached, 'reached', is_dropped, 'dropped', ifNull(started_at < at, 0), 'started', 'planned') AS stage
FROM project_milestones
WHERE NOT ifNull(planned_at >= at, 0)
ORDER BY due_at NULLS LAST, milestone_id
