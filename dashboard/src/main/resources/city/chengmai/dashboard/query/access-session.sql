-- A session by the hash of its token.
SELECT account, began_at, seen_at, ended
FROM sessions
WHERE session_id = {session:String}
