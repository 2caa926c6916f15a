-- The last day that analytics has computed. Not before a run was whole: its first job counts, its last one looks at thresholds,
-- and a bulletin in between would say that there are no scores and no alerts.
SELECT max(day) AS day
FROM indicator_1d
WHERE (SELECT countIf(job = 'indicators') = 0 OR countIf(job = 'threshold-proposals') > 0 FROM job_runs WHERE state = 'done')
