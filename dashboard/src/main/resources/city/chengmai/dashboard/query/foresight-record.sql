-- How the lists of four weeks did, of the places where somebody went unasked and of the others. A list that was made after its day
-- foretold nothing.
SELECT toUInt8(finds > 0) AS visited, count() AS places, sum(likelihood) AS expected, countIf(complaints > 0) AS came, avg(base) AS base
FROM foresight_candidates
WHERE dropped = 0 AND isNotNull(checked_on) AND checked_on > {day:Date} - 28 AND checked_on <= {day:Date}
    AND toDate(subtractMilliseconds(data_as_of, 1), {zone:String}) <= day
GROUP BY visited
ORDER BY visited
