-- How fast each disk filled in the last seven days: slope of a line through what was used.
SELECT
    place,
    disk,
    dateDiff('second', min(measured_at), max(measured_at)) AS seconds,
    ifNotFinite(
        tupleElement(
            simpleLinearRegression(
                (toUnixTimestamp(measured_at) - 1700000000) / 86400, toFloat64(total) - toFloat64(free)),
            1),
        0) AS daily_bytes
FROM disk_room
WHERE measured_at >= now64(3) - INTERVAL 7 DAY
GROUP BY place, disk
ORDER BY place, disk
