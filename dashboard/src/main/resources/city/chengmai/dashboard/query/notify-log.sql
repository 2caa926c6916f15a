-- Of each delivery the last attempt: those since a moment, all that have not ended, and what was handed up: an alert may stay
-- with a higher post for weeks and is not told again. Later ones last.
SELECT * FROM
(
    SELECT delivery_id, channel, kind, occasion, alert_ids, attempt, state, answer, next_at, created_at, tried_at
    FROM alert_deliveries
    ORDER BY delivery_id, attempt DESC
    LIMIT 1 BY delivery_id
)
WHERE created_at > {since:DateTime64(3, 'UTC')} OR state IN ('held', 'waiting') OR occasion = 'escalated'
ORDER BY created_at, delivery_id
