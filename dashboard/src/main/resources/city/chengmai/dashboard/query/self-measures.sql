-- Memory as the system of the server that is asked says; null where it does not tell.
SELECT
    anyOrNullIf(value, metric = 'MemoryResident') AS resident,
    anyOrNullIf(value, metric = 'OSMemoryTotal') AS machine
FROM system.asynchronous_metrics
WHERE metric IN ('MemoryResident', 'OSMemoryTotal')
