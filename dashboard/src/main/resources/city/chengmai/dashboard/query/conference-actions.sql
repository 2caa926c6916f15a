-- What was done about items of joint conferences, the latest first; of one case when it is given.
SELECT case_id, action_id, action, meeting_day, unit, comment, actor, acted_at
FROM conference_actions
WHERE {case:String} = '' OR case_id = {case:String}
ORDER BY acted_at DESC, action_id
LIMIT 500
