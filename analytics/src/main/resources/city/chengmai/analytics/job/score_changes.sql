-- What each indicator gave to a score on the days to explain, and 30 days before; only where both
-- days have a score. Every contribution is looked at twice: as of its day, and as what came before.
SELECT
    toString(area_id) AS area,
    toString(dimension) AS dimension,
    toString(indicator) AS indicator,
    toInt32(target) AS day_number,
    sumIf(weight, shift = 30) AS weight_before,
    sumIf(weight, shift = 0) AS weight_now,
    anyIf(curve_score, shift = 30) AS curve_score_before,
    anyIf(curve_score, shift = 0) AS curve_score_now,
    anyIf(value, shift = 30) AS value_before,
    anyIf(value, shift = 0) AS value_now
FROM
(
    SELECT area_id, dimension, indicator, weight, curve_score, value,
           arrayJoin([0, 30]) AS shift, day + shift AS target
    FROM portrait_contributions FINAL
    WHERE day >= toDate('{{earlier}}') AND day < toDate('{{to}}')
)
WHERE target >= toDate('{{from}}') AND target < toDate('{{to}}')
  AND (area_id, dimension, target) IN
  (
      SELECT area_id, dimension, day + arrayJoin([0, 30]) AS scored
      FROM portraits FINAL
      WHERE day >= toDate('{{earlier}}') AND day < toDate('{{to}}') AND isNotNull(score)
      GROUP BY area_id, dimension, scored
      HAVING count() = 2
  )
GROUP BY area_id, dimension, indicator, target
HAVING weight_before > 0 OR weight_now > 0
