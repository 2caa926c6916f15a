-- Memory of the server that is asked; null where it does not tell.
SELECT
    (SELECT toFloat64(value) FROM system.asynchronous_metrics WHERE metric = 'MemoryResident' LIMIT 1) AS resident,
    (SELECT toFloat64(value) FROM system.metrics WHERE metric = 'MemoryTracking' LIMIT 1) AS tracked,
    (SELECT toFloat64(value) FROM system.asynchronous_metrics WHERE metric = 'OSMemoryTotal' LIMIT 1) AS machine,
    uptime() AS uptime_seconds
