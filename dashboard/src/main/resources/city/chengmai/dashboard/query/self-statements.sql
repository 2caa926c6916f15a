-- Statements of the last hour that took longest, by what they are apart from their values, and by whose they are.
SELECT
    whose,
    normalizeQuery(any(statement)) AS text,
    count() AS runs,
    countIf(failed) AS failures,
    quantileExact(0.95)(millis) AS p95_millis,
    max(millis) AS longest_millis
FROM
(
    SELECT
        multiIf(
            user = {reader:String}, 'pages',
            user = {writer:String}, 'services',
            user = {analyst:String}, 'analysts',
            user = {admin:String}, 'migrations',
            'others') AS whose,
        normalized_query_hash AS form,
        query AS statement,
        exception_code != 0 AS failed,
        query_duration_ms AS millis
    FROM system.query_log
    WHERE event_date >= toDate(now() - INTERVAL 1 HOUR) AND event_time >= now() - INTERVAL 1 HOUR
        AND type IN ('QueryFinish', 'ExceptionWhileProcessing') AND is_initial_query
)
GROUP BY whose, form
ORDER BY longest_millis DESC, text
LIMIT {limit:UInt32}
