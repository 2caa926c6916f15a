-- Numbers of the whole city on a day against a count of the cases and orders themselves: an error that all levels share
-- does not show in their sums.
SELECT
    toString(kept.area_id) AS area, kept.indicator AS indicator, 'day' AS period, toString(kept.day) AS day,
    kept.part AS part, kept.figure AS stored, ifNull(direct.figure, 0.) AS counted
FROM
(
    SELECT area_id, toString(indicator) AS indicator, day, part, if(part = 'numerator', numerator, denominator) AS figure
    FROM indicator_1d FINAL
    ARRAY JOIN ['numerator', 'denominator'] AS part
    WHERE area_id = {{city}} AND ({{looked}})
        AND (toString(indicator), part) IN (('M01', 'denominator'), ('O01', 'numerator'), ('O03', 'denominator'), ('S03', 'denominator'))
) AS kept
LEFT JOIN
(
    SELECT pair.1 AS indicator, pair.2 AS part, day, toFloat64(count()) AS figure
    FROM
    (
        SELECT moment.1 AS pair, toDate(toTimeZone(assumeNotNull(moment.2), '{{zone}}')) AS day
        FROM cases FINAL
        ARRAY JOIN arrayFilter(m -> isNotNull(m.2), [
            (('M01', 'denominator'), accepted_at),
            (('O01', 'numerator'), if(isNull(cancelled_at), filed_at, NULL)),
            (('O03', 'denominator'), if(isNull(cancelled_at) AND ifNull(filed_at <= closed_at, 0), closed_at, NULL))]) AS moment
        WHERE grid IN (SELECT area_id FROM areas FINAL WHERE overlay = 0 AND grid_type != '')
        UNION ALL
        SELECT ('S03', 'denominator'), toDate(toTimeZone(assumeNotNull(replied_at), '{{zone}}'))
        FROM hotline_orders FINAL
        WHERE isNotNull(replied_at) AND outcome IN ('solved', 'explained')
            AND grid IN (SELECT area_id FROM areas FINAL WHERE overlay = 0 AND grid_type != '')
    )
    WHERE {{looked}}
    GROUP BY indicator, part, day
) AS direct ON direct.indicator = kept.indicator AND direct.part = kept.part AND direct.day = kept.day
WHERE abs(kept.figure - ifNull(direct.figure, 0.)) > {{tolerance}}
ORDER BY kept.day, kept.indicator
LIMIT 10000
