-- Enterprises that were visited and inspected more often in a time than they should be; a combined inspection is one contact.
WITH contacts AS
    (
        SELECT target_id AS enterprise, 'visit' AS kind
        FROM visits
        WHERE target_type IN ('enterprise', 'shop') AND target_id != '' AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
        UNION ALL
        SELECT enterprise_id, 'inspection'
        FROM enforcement_actions
        WHERE kind = 'inspection' AND enterprise_id != '' AND acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
    )
SELECT enterprise AS enterprise_id, any(known.name) AS name, any(toString(known.grid)) AS grid, countIf(kind = 'visit') AS visits,
       countIf(kind = 'inspection') AS inspections, count() OVER () AS total
FROM contacts
LEFT JOIN (SELECT enterprise_id, name, grid FROM enterprises) AS known ON known.enterprise_id = contacts.enterprise
GROUP BY enterprise
HAVING count() > {cap:Float64}
ORDER BY visits + inspections DESC, enterprise_id
LIMIT 30
