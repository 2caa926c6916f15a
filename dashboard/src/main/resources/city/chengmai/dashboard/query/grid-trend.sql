-- Overall score of one grid by day, with the middle half of its peers.
SELECT day,
       anyIf(score, area_id = {area:String}) AS own,
       quantileIf(0.25)(score, area_id IN {peers:Array(String)}) AS low,
       quantileIf(0.75)(score, area_id IN {peers:Array(String)}) AS high
FROM portraits
WHERE dimension = 'overall' AND day > {day:Date} - 30 AND day <= {day:Date}
    AND (area_id = {area:String} OR area_id IN {peers:Array(String)})
GROUP BY day
ORDER BY day
