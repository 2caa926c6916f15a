-- When analytics last finished its products, and the longest pause between the starts of its latest runs. A run that did not
-- end well renewed nothing and does not count.
SELECT
    count() AS runs,
    max(finished_at) AS latest,
    arrayMax(arrayDifference(arraySort(groupArray(toUnixTimestamp64Milli(started_at))))) AS longest_pause_millis
FROM
(
    SELECT started_at, assumeNotNull(finished_at) AS finished_at
    FROM job_runs
    WHERE job = 'portraits' AND state = 'done' AND finished_at IS NOT NULL
    ORDER BY started_at DESC
    LIMIT 20
)
