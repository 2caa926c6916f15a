-- The latest runs of a kept statement, latest first.
SELECT query_id, due_at, number, query_edition, started_at, milliseconds, result_rows, value, verdict, reason, argument, detail
FROM query_runs FINAL
WHERE query_id = {query:String}
ORDER BY due_at DESC
LIMIT {limit:UInt32}
