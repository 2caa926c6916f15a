-- Included after alert-standings: the findings that notifiers look at: of alerts that began lately, that officers handed up, that
-- are still to be told, or that were told and stand or ended not long ago: their end is news however old they are. Overdue cases
-- are told one by one: a grid's alert of them never ends.
, attempts AS
(
    SELECT delivery_id, channel, kind, occasion, alert_ids, attempt, state, answer, next_at, created_at, tried_at
    FROM alert_deliveries
    ORDER BY delivery_id, attempt DESC
    LIMIT 1 BY delivery_id
),
watched AS
(
    SELECT *
    FROM found
    WHERE raised_at > {since:DateTime64(3, 'UTC')}
        OR (alert_key IN (SELECT arrayJoin(alert_ids) FROM attempts WHERE state IN ('held', 'waiting'))
            AND (rule != 'A01' OR stands))
        OR (alert_key IN (SELECT arrayJoin(alert_ids) FROM attempts WHERE occasion = 'raised')
            AND (if(rule = 'A01', 0, stands) OR ifNull(NOT stands AND cleared_at > {kept:DateTime64(3, 'UTC')}, 0)))
        OR (rule != 'A01' AND alert_key IN (SELECT alert_key FROM standings WHERE standing = 'escalated'))
)
