-- Enterprises visited and inspected too often in the window. A visit soon after an appeal of theirs was asked for; a combined inspection
-- is one contact.
WITH
    toIntervalDay(toUInt32({window_days:Float64})) AS window,
    asked AS
    (
        SELECT enterprise_id, groupArray(raised_at) AS raised
        FROM appeals FINAL
        WHERE raised_at < {until:DateTime64(3, 'UTC')} AND raised_at >= {until:DateTime64(3, 'UTC')} - window - toIntervalDay(30)
        GROUP BY enterprise_id
    ),
    contacts AS
    (
        SELECT target_id AS enterprise, visit_id AS id, toString(grid) AS grid, assumeNotNull(held_at) AS at, 'visit' AS kind
        FROM visits FINAL
        WHERE target_type IN ('enterprise', 'shop') AND target_id != '' AND held_at < {until:DateTime64(3, 'UTC')}
            AND held_at >= {until:DateTime64(3, 'UTC')} - window
        UNION ALL
        SELECT enterprise_id, action_id, toString(grid), assumeNotNull(acted_at), 'inspection'
        FROM enforcement_actions FINAL
        WHERE kind = 'inspection' AND enterprise_id != '' AND acted_at < {until:DateTime64(3, 'UTC')}
            AND acted_at >= {until:DateTime64(3, 'UTC')} - window
    ),
    unasked AS
    (
        SELECT contacts.*
        FROM contacts
        LEFT JOIN asked ON asked.enterprise_id = contacts.enterprise
        WHERE kind = 'inspection'
            OR NOT arrayExists(r -> r <= at AND r >= at - toIntervalDay(toUInt32({appeal_days:Float64})), asked.raised)
    )
SELECT
    enterprise AS finding,
    argMax(grid, (grid != '', at)) AS area,
    enterprise AS subject,
    'enterprise' AS subject_kind,
    least(1, 0.4 + 0.05 * count()) AS score,
    arraySort(groupArray(id)) AS evidence,
    map('visits', toString(countIf(kind = 'visit')), 'inspections', toString(countIf(kind = 'inspection')),
        'days', toString({window_days:Float64})) AS details
FROM unasked
GROUP BY enterprise
HAVING count() >= {contacts:Float64}
ORDER BY finding
