-- Endpoints of a kept statement, latest change first, or the one of an id.
SELECT endpoint_id, query_id, edition, name, token_hash, revoked, changed_by, changed_at
FROM query_endpoints
WHERE ({query:String} = '' OR query_id = {query:String}) AND ({endpoint:String} = '' OR endpoint_id = {endpoint:String})
ORDER BY revoked, changed_at DESC, endpoint_id
LIMIT 500
