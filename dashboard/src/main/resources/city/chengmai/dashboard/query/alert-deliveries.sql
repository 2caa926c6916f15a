-- To whom one alert was told, latest first; of several attempts the last.
SELECT delivery_id, channel, kind, occasion, attempt, state, answer, next_at, created_at, tried_at
FROM alert_deliveries
WHERE has(alert_ids, {key:String})
ORDER BY created_at DESC, delivery_id, attempt DESC
LIMIT 1 BY delivery_id
LIMIT 50
