-- Latest edition of each kept statement that an account sees, by folder and name. Of two of one number the one written first holds.
SELECT *
FROM
(
    SELECT query_id, edition, edition_id, name, folder, note, statement, parameters, shared, withdrawn, owner, actor, made_at
    FROM saved_queries
    ORDER BY query_id, edition DESC, version, edition_id
    LIMIT 1 BY query_id
)
WHERE withdrawn = {withdrawn:UInt8} AND (shared = 1 OR owner = '' OR owner = {account:String})
ORDER BY folder = '', folder, name, query_id
LIMIT 1000
