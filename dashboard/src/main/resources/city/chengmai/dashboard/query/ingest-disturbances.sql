-- When a part of ingest was not up, latest first.
SELECT part, since, until, state, reason
FROM ingest_states
ORDER BY since DESC, part
LIMIT {limit:UInt32}
