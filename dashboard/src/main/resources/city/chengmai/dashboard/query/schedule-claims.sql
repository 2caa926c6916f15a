-- Which dashboards want to run a scheduled statement that was due at a moment, by name.
SELECT process, claimed_at
FROM query_run_claims
WHERE query_id = {query:String} AND due_at = {due:DateTime64(3, 'UTC')} AND claimed_at >= {since:DateTime64(3, 'UTC')}
ORDER BY process, claimed_at
LIMIT 1 BY process
