-- Alerts that stand open now and stood open at the same moment a day before. Overdue cases are left out, as on the map: they
-- have a figure and a panel of their own, and nearly every area has one. An alert about the last day of a period that is over
-- was raised at its very end, which is such a city's now.
SELECT
    countIf(state = 'open') AS open,
    countIf(state = 'open' AND severity = 'alarm') AS alarms,
    uniqExactIf(area_id, state = 'open' AND severity = 'alarm') AS alarmed_areas,
    countIf(raised_at <= {previous:DateTime64(3, 'UTC')}
        AND ifNull(cleared_at > {previous:DateTime64(3, 'UTC')}, 1)) AS open_before
FROM alerts
WHERE rule != 'A01' AND raised_at <= {now:DateTime64(3, 'UTC')}
