-- Accounts by name; an empty name asks for all.
SELECT account, display_name, role, area_id, password_hash, disabled, sessions_from, changed_by, changed_at
FROM accounts
WHERE {account:String} = '' OR account = {account:String}
ORDER BY account
LIMIT 10000
