-- Appeals of enterprises, or in a grid when it is named.
SELECT appeal_id, enterprise_id, category, channel, description, unit, raised_at, due_at,
       if(closed_at < {now:DateTime64(3, 'UTC')}, closed_at, NULL) AS ended_at, outcome, satisfaction,
       count() OVER () AS total,
       countIf(closed_at < {now:DateTime64(3, 'UTC')} AND outcome = 'solved') OVER () AS total_solved,
       countIf(closed_at IS NULL OR closed_at >= {now:DateTime64(3, 'UTC')}) OVER () AS total_open
FROM appeals
WHERE raised_at < {now:DateTime64(3, 'UTC')}
    AND if({grid:String} != '', grid = {grid:String}, has({enterprises:Array(String)}, enterprise_id))
ORDER BY raised_at DESC, appeal_id
LIMIT {limit:UInt32}
