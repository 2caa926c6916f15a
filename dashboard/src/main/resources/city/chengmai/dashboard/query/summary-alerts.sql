-- The strongest alerts, each told by the day that stands out most; by its week or hour where no day does. A day after a flood is
-- judged together with it, so that the smallest probability alone would name the wrong one.
SELECT
    toDate(alerts.period_start, (SELECT any(zone) FROM cities)) AS day,
    if(a.name_en = '', alerts.area_id, a.name_en) AS area,
    if(c.name_en = '', alerts.category, c.name_en) AS category,
    alerts.observed AS observed,
    alerts.expected AS expected
FROM
(
    SELECT *, if(group_id = '', alert_id, group_id) AS seen, min(log10_p) OVER (PARTITION BY seen) AS strength
    FROM alerts
    WHERE log10_p IS NOT NULL
) AS alerts
LEFT JOIN (SELECT area_id, any(name_en) AS name_en FROM areas GROUP BY area_id) AS a
    ON a.area_id = alerts.area_id
LEFT JOIN (SELECT category_id, any(name_en) AS name_en FROM categories GROUP BY category_id) AS c
    ON c.category_id = alerts.category
ORDER BY strength, seen, alerts.details['cadence'] IN ('week', 'hour'), abs(alerts.observed - alerts.expected) DESC, alerts.alert_id
LIMIT 1 BY seen
LIMIT 10
