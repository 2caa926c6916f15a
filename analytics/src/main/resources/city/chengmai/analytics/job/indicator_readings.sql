-- Trailing readings of the days to score.
SELECT
    toInt32(day) AS day_number,
    toString(area_id) AS area,
    toString(indicator) AS indicator,
    numerator,
    denominator,
    ifNull(value, 0) AS value,
    toString(state) AS state
FROM indicator_30d FINAL
WHERE day >= toDate('{{from}}') AND day < toDate('{{to}}')
