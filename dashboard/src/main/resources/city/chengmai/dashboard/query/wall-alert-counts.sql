-- Alerts that stand open now and stood open at the same moment a day before.
SELECT
    countIf(state = 'open') AS open,
    countIf(state = 'open' AND severity = 'alarm') AS alarms,
    countIf(raised_at < {previous:DateTime64(3, 'UTC')}
        AND ifNull(cleared_at, {now:DateTime64(3, 'UTC')}) >= {previous:DateTime64(3, 'UTC')}) AS open_before
FROM alerts
WHERE raised_at < {now:DateTime64(3, 'UTC')}
