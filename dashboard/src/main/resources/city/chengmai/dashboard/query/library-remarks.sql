-- What was said about a kept statement, earliest first.
SELECT remark_id, edition, actor, remark, made_at
FROM query_remarks
WHERE query_id = {query:String}
ORDER BY made_at, remark_id
LIMIT 500
