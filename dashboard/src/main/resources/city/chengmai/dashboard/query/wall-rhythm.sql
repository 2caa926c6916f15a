-- Reports by hour and weekday (1 = Monday) of the city.
SELECT toDayOfWeek(reported_at, 0, {zone:String}) AS weekday, toHour(reported_at, {zone:String}) AS hour,
       count() AS reported
FROM cases
WHERE reported_at >= {start:DateTime64(3, 'UTC')} AND reported_at < {now:DateTime64(3, 'UTC')}
    AND (empty({grids:Array(String)}) OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))
GROUP BY weekday, hour
ORDER BY weekday, hour
