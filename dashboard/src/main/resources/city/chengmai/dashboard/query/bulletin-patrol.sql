-- Patrol rounds that were planned to begin in a period, by grid.
SELECT grid, count() AS planned, countIf(valid = 1 AND completed_at IS NOT NULL) AS completed,
    if(countIf(coverage IS NOT NULL) = 0, NULL, avg(coverage)) AS coverage, sum(findings) AS findings
FROM patrol_rounds
WHERE planned_for >= {from:DateTime64(3, 'UTC')} AND planned_for < {until:DateTime64(3, 'UTC')}
GROUP BY grid
ORDER BY completed / planned, planned DESC, grid
