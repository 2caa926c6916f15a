-- The last run of each job with how long earlier ones took and how many failed: of the latest 21 of 30 days. Times are real ones.
SELECT
    job,
    count() AS runs,
    countIf(run_state = 'failed') AS failures,
    argMax(run_state, begun) AS state,
    max(begun) AS started_at,
    argMax(tuple(took), begun).1 AS millis,
    argMax(wrote, begun) AS written,
    argMax(said, begun) AS message,
    if(countIf(run_place > 1 AND run_state = 'done') = 0, NULL, quantileExactInclusiveIf(0.5)(ifNull(took, 0), run_place > 1 AND run_state = 'done'))
        AS usual_millis
FROM
(
    SELECT
        job,
        state AS run_state,
        started_at AS begun,
        dateDiff('millisecond', started_at, finished_at) AS took,
        rows AS wrote,
        message AS said,
        row_number() OVER (PARTITION BY job ORDER BY started_at DESC) AS run_place
    FROM job_runs
    WHERE started_at > now64(3) - INTERVAL 30 DAY
)
WHERE run_place <= 21
GROUP BY job
ORDER BY job
