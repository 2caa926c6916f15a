-- Memory that the server that is asked counts itself, and whether it measures what the system says too: an embedded one does not.
SELECT
    toFloat64(value) AS tracked,
    uptime() AS uptime_seconds,
    (SELECT count() FROM system.tables WHERE database = 'system' AND name = 'asynchronous_metrics') AS measured
FROM system.metrics
WHERE metric = 'MemoryTracking'
