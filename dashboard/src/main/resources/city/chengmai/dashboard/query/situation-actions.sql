-- What departments did in a grid, in a time and in as long before it. Together is one action of each.
SELECT department, countIf(acted_at >= {from:DateTime64(3, 'UTC')}) AS acted, countIf(acted_at < {from:DateTime64(3, 'UTC')}) AS earlier
FROM enforcement_actions
ARRAY JOIN arrayDistinct(departments) AS department
WHERE grid = {grid:String} AND acted_at >= {before:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
    AND has({departments:Array(String)}, department)
GROUP BY department
ORDER BY department
