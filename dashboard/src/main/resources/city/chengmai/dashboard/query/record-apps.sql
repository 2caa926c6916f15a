-- Disagreements found within a time by the app they were seen with, and what became of them until its end.
WITH
    steps AS
    (
        SELECT discrepancy_id, argMax(step, (acted_at, edition)) AS last, max(acted_at) AS last_at
        FROM (SELECT * FROM record_steps ORDER BY version, step_id LIMIT 1 BY record_kind, record_id, edition)
        WHERE discrepancy_id != ''
        GROUP BY discrepancy_id
    ),
    judged AS
    (
        SELECT d.app AS app, d.found_at AS found_at,
               if(d.resolved_at < {until:DateTime64(3, 'UTC')}, d.resolved_at,
                   if(s.last IN ('explain', 'apply'), s.last_at, NULL)) AS ended_at,
               if(d.resolved_at < {until:DateTime64(3, 'UTC')}, toString(d.resolution), toString(s.last)) AS how
        FROM discrepancies AS d
        LEFT JOIN steps AS s ON s.discrepancy_id = d.discrepancy_id
        WHERE d.found_at >= {from:DateTime64(3, 'UTC')} AND d.found_at < {until:DateTime64(3, 'UTC')}
    )
SELECT app, count() AS found, countIf(isNotNull(ended_at) AND how IN ('corrected', 'apply')) AS corrected,
       countIf(isNotNull(ended_at) AND how IN ('explained', 'explain')) AS explained, countIf(isNull(ended_at)) AS open,
       if(open = found, NULL, medianIf(dateDiff('second', found_at, ended_at), isNotNull(ended_at)) / 86400) AS median_days
FROM judged
GROUP BY app
ORDER BY found DESC, app
