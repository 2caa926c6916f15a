-- Who went along to homes and committees in a time: visits with each role.
SELECT role, count() AS visits
FROM
(
    SELECT arrayJoin(arrayDistinct(participants)) AS role
    FROM visits
    WHERE target_type IN ('household', 'committee') AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
)
GROUP BY role
ORDER BY visits DESC, role
