-- Screens, latest change first; an empty hash asks for all.
SELECT screen_id, name, board, token_hash, revoked, changed_by, changed_at
FROM screens
WHERE {token:String} = '' OR token_hash = {token:String}
ORDER BY changed_at DESC, screen_id
LIMIT 1000
