-- Statements and exports of a time that name a table, by table and role: how many, by how many accounts, and when the last was. An entry that
-- was written twice is one.
SELECT used, toString(role) AS role, uniqExact(entry_id) AS statements, uniqExact(account) AS accounts, max(happened_at) AS last_at
FROM
(
    SELECT arrayJoin(arrayIntersect(arrayDistinct(extractAll(lower(detail), '[a-z0-9_]+')), {tables:Array(String)})) AS used,
           role, entry_id, account, happened_at
    FROM audit_log
    WHERE kind IN ('query', 'export') AND outcome = 'done'
        AND happened_at >= {from:DateTime64(3, 'UTC')} AND happened_at < {to:DateTime64(3, 'UTC')}
)
GROUP BY used, role
ORDER BY statements DESC, used, role
