-- Which milestones must be reached before another is begun, as its latest event until a moment told.
SELECT subject AS milestone_id, argMax(JSONExtract(data, 'after', 'Array(String)'), (occurred_at, version)) AS follows
FROM events
PREWHERE type = 'cn.grid.project.milestone'
WHERE occurred_at < {now:DateTime64(3, 'UTC')} AND JSONHas(data, 'after')
GROUP BY subject
ORDER BY milestone_id
