-- Alerts that stood open at a moment, each group of findings once. Overdue cases are left out, as on the map: they have a
-- figure and a panel of their own, and nearly every area has one. An alert about the last day of a period that is over was
-- raised at its very end, which is such a city's now.
-- include alert-standings
SELECT
    uniqExact(alert_key) AS open,
    uniqExactIf(alert_key, severity = 'alarm') AS alarms,
    uniqExactIf(area, severity = 'alarm') AS alarmed_areas
FROM
(
    SELECT alert_key, severity, arrayJoin(if(empty(areas), [area_id], areas)) AS area
    FROM found
    WHERE stands AND rule != 'A01' AND alert_key IN (SELECT alert_key FROM standings WHERE shown)
)
