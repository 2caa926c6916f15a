-- Of each delivery the last attempt: those since a moment, all that have not ended, what was handed up, and what was told of the
-- alerts that are looked at: an alert may stand or stay with a higher post for weeks and is not told again. Later ones last.
-- include alert-standings
-- include notify-watched
SELECT *
FROM attempts
WHERE created_at > {kept:DateTime64(3, 'UTC')} OR state IN ('held', 'waiting') OR occasion = 'escalated'
    OR (occasion != 'digest' AND alert_ids[1] IN (SELECT alert_key FROM watched))
ORDER BY created_at, delivery_id
