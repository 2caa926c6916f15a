-- Editions of a kept statement, latest first. Of two of one number the one written first holds.
SELECT query_id, edition, edition_id, name, folder, note, statement, parameters, shared, withdrawn, owner, actor, made_at
FROM saved_queries
WHERE query_id = {query:String}
ORDER BY edition DESC, version, edition_id
LIMIT 1 BY edition
