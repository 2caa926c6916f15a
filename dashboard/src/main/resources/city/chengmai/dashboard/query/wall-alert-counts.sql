-- Alerts that stand open now and stood open at the same moment a day before; the overdue cases of a grid are
-- one. An alert about the last day of a period that is over was raised at its very end, which is such a city's now.
SELECT
    uniqExactIf(cause, state = 'open') AS open,
    uniqExactIf(cause, state = 'open' AND severity = 'alarm') AS alarms,
    uniqExactIf(cause, raised_at <= {previous:DateTime64(3, 'UTC')}
        AND ifNull(cleared_at > {previous:DateTime64(3, 'UTC')}, 1)) AS open_before
FROM
(
    SELECT state, severity, raised_at, cleared_at, if(rule = 'A01', 'A01|' || area_id, alert_id) AS cause
    FROM alerts
    WHERE raised_at <= {now:DateTime64(3, 'UTC')}
)
