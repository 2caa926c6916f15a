-- Mean curve score of each scored indicator over the peers, for the radar.
WITH
    (SELECT max(day) FROM portrait_contributions WHERE day <= {day:Date}) AS latest
SELECT indicator, avg(curve_score) AS mean
FROM portrait_contributions
WHERE day = latest AND area_id IN {peers:Array(String)}
GROUP BY indicator
ORDER BY indicator
