-- Included by the queries of alerts: findings with the alert that people see them as, and how far people are with it. The
-- fold is that of AlertHistory. Overdue cases of a grid are one alert. An action may lie some milliseconds after a
-- clock that stands still.
WITH
found AS
(
    SELECT *,
        multiIf(rule = 'A01', concat('A01|', area_id), group_id = '', alert_id, group_id) AS alert_key,
        ifNull(cleared_at > {now:DateTime64(3, 'UTC')}, state = 'open') AS stands,
        indexOf(['notice', 'warning', 'alarm'], severity) AS weight
    FROM alerts
    WHERE raised_at <= {now:DateTime64(3, 'UTC')}
),
acted AS
(
    SELECT alert_id AS acted_key,
        argMaxIf(action, (acted_at, action_id), action NOT IN ('comment', 'snooze', 'unsnooze')) AS verdict,
        maxIf(acted_at, action NOT IN ('comment', 'snooze', 'unsnooze')) AS verdict_at,
        argMaxIf(action, (acted_at, action_id), action != 'comment') = 'snooze' AS snoozing,
        argMaxIf(ifNull(until, toDateTime64(0, 3, 'UTC')), (acted_at, action_id), action != 'comment') AS snooze_end,
        argMaxIf(assignee, (acted_at, action_id), action IN ('assign', 'escalate', 'reopen')) AS assigned
    FROM alert_actions
    WHERE acted_at < {now:DateTime64(3, 'UTC')} + INTERVAL 1 MINUTE
    GROUP BY alert_id
),
gathered AS
(
    SELECT alert_key, min(raised_at) AS first_raised, max(raised_at) AS last_raised, count() AS findings,
        countIf(stands) AS standing_findings,
        ['notice', 'warning', 'alarm'][if(standing_findings > 0, maxIf(weight, stands), max(weight))] AS worst,
        max(cleared_at) AS last_cleared
    FROM found
    WHERE rule != 'A01' OR stands
    GROUP BY alert_key
),
standings AS
(
    SELECT alert_key, first_raised, last_raised, findings, standing_findings, worst,
        if(standing_findings > 0, NULL, last_cleared) AS ended_at,
        multiIf(
            snoozing AND snooze_end > {now:DateTime64(3, 'UTC')}, 'snoozed',
            verdict = 'acknowledge', 'acknowledged',
            verdict = 'assign', 'assigned',
            verdict = 'escalate', 'escalated',
            verdict = 'false-alarm', 'false-alarm',
            verdict = 'resolve' AND last_raised <= verdict_at, 'resolved',
            'new') AS standing,
        assigned AS owner,
        if(standing = 'snoozed', snooze_end, NULL) AS snoozed_until,
        standing_findings > 0 AND standing NOT IN ('snoozed', 'resolved', 'false-alarm') AS shown
    FROM gathered
    LEFT JOIN acted ON acted_key = alert_key
)
