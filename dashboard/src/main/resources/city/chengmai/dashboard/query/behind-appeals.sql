-- Appeals raised in the window that were not solved by its end.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    ifNull(appeal.closed_at < until, 0) AS closed
SELECT appeal.appeal_id AS id, appeal.category AS what, 'category' AS what_kind,
       if(file.enterprise_id = '', '', 'enterprise') AS about_kind, appeal.enterprise_id AS about_id,
       file.name AS about_name, appeal.raised_at AS at, appeal.due_at AS due,
       if(closed AND appeal.outcome != '', toString(appeal.outcome), 'open') AS state,
       1. AS weight, count() OVER () AS total
FROM appeals AS appeal
LEFT JOIN enterprises AS file ON file.enterprise_id = appeal.enterprise_id
WHERE appeal.grid IN {grids:Array(String)} AND appeal.raised_at >= since AND appeal.raised_at < until
    AND NOT (appeal.outcome = 'solved' AND closed)
ORDER BY at, id
LIMIT {limit:UInt32}
