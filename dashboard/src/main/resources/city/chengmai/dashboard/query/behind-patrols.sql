-- Rounds planned to begin in the window that were not validly completed, by the rules of analytics. A round that is not
-- completed is judged when its day is over.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    ifNull(completed_at < until, 0) AS completed
SELECT round_id AS id, 'patrol' AS what, 'word' AS what_kind, planned_for AS at,
       if(completed, 'invalid', 'not-done') AS state, 1. AS weight, count() OVER () AS total
FROM patrol_rounds
WHERE grid IN {grids:Array(String)} AND planned_for >= since AND planned_for < until
    AND (completed OR addDays(toStartOfDay(planned_for, {zone:String}), 1) <= until)
    AND NOT (completed AND valid = 1)
ORDER BY at, id
LIMIT {limit:UInt32}
