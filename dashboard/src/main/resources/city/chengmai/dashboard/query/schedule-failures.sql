-- How many runs of a kept statement there were since a moment, and how many of them failed.
SELECT count() AS runs, countIf(verdict = 'failed') AS failed
FROM query_runs FINAL
WHERE query_id = {query:String} AND due_at >= {since:DateTime64(3, 'UTC')}
