-- The strongest findings, one of each alert.
SELECT
    toDate(alerts.period_start, (SELECT any(zone) FROM cities)) AS day,
    if(a.name_en = '', alerts.area_id, a.name_en) AS area,
    if(c.name_en = '', alerts.category, c.name_en) AS category,
    alerts.observed AS observed,
    alerts.expected AS expected
FROM alerts
LEFT JOIN (SELECT area_id, any(name_en) AS name_en FROM areas GROUP BY area_id) AS a
    ON a.area_id = alerts.area_id
LEFT JOIN (SELECT category_id, any(name_en) AS name_en FROM categories GROUP BY category_id) AS c
    ON c.category_id = alerts.category
WHERE alerts.log10_p IS NOT NULL
ORDER BY alerts.log10_p, alerts.alert_id
LIMIT 1 BY if(alerts.group_id = '', alerts.alert_id, alerts.group_id)
LIMIT 10
