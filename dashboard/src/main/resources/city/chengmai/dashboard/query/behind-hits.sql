-- Hits of models that somebody looked at in the window and did not confirm.
-- names from enterprises, buildings
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until
SELECT hit.hit_id AS id, hit.model_id AS what, 'text' AS what_kind,
       multiIf(hit.case_id != '', 'case', file.id = '', '', toString(hit.record_kind)) AS about_kind,
       if(hit.case_id = '', hit.record_id, hit.case_id) AS about_id,
       if(hit.case_id = '', file.name, hit.case_id) AS about_name,
       hit.verified_at AS at, hit.verdict AS state, 1. AS weight, count() OVER () AS total
FROM model_hits AS hit
LEFT JOIN
(
    SELECT 'enterprise' AS kind, enterprise_id AS id, name FROM enterprises
    UNION ALL
    SELECT 'building', building_id, name FROM buildings
) AS file ON file.kind = hit.record_kind AND file.id = hit.record_id
WHERE hit.grid IN {grids:Array(String)} AND hit.verified_at >= since AND hit.verified_at < until
    AND hit.verdict NOT IN ('', 'confirmed')
ORDER BY at, id
LIMIT {limit:UInt32}
