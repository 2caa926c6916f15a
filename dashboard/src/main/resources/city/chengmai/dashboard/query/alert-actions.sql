-- What was done about one alert, in order.
SELECT action_id, action, actor, assignee, reason, comment, until, acted_at
FROM alert_actions
WHERE alert_id = {key:String}
ORDER BY acted_at, action_id
