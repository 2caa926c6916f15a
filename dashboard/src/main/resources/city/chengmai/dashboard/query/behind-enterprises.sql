-- Enterprises on the roster at the end of the window that were not visited in it or lack a part of the service package, or
-- the mandatory fields that their files lack; as their files told it from event to event, by the rules of analytics.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    files AS
    (
        SELECT
            last.1 AS enterprise_id,
            max(last.2) AS told_at,
            argMaxIf(last.3, last.2, last.3 != '') AS last_grid,
            arraySort(groupArray((last.2, JSONExtractString(last.4, 'status'), JSONExtractString(last.4, 'tier')))) AS told,
            arrayFilter(status -> status != '', arrayMap(t -> t.2, told))[-1] AS last_status,
            arrayFilter(tier -> tier != '', arrayMap(t -> t.3, told))[-1] AS last_tier,
            arrayMap(field -> field.1, arrayFilter(field -> field.2 = 0, [
                ('tier', countIf(JSONExtractString(last.4, 'tier') != '')),
                ('trade', countIf(JSONExtractString(last.4, 'trade') != '')),
                ('status', countIf(JSONExtractString(last.4, 'status') != '')),
                ('employees', countIf(isNotNull(JSONExtract(last.4, 'employees', 'Nullable(Float64)')))),
                ('floorArea', countIf(isNotNull(JSONExtract(last.4, 'floorArea', 'Nullable(Float64)'))))])) AS lacking
        FROM
        (
            SELECT argMax((subject, occurred_at, toString(grid), data), version) AS last
            FROM events
            WHERE type = 'cn.grid.enterprise.updated' AND occurred_at < until
            GROUP BY source, id
        )
        GROUP BY enterprise_id
        HAVING last_grid IN {grids:Array(String)} AND last_status NOT IN ('moved-out', 'closed')
    ),
    missed AS
    (
        SELECT enterprise_id, told_at, arrayJoin(multiIf(
            {indicator:String} = 'O08', lacking,
            {indicator:String} = 'S08' AND enterprise_id NOT IN
            (
                SELECT target_id FROM visits WHERE target_type = 'enterprise' AND held_at >= since AND held_at < until
            ), ['not-visited'],
            {indicator:String} = 'S10' AND last_tier = 'key' AND enterprise_id NOT IN
            (
                SELECT enterprise_id
                FROM service_packages
                WHERE confirmed = 1 AND delivered_at < until
                    AND part IN ('general-policy', 'individual-policy', 'appeal-interaction', 'welcome')
                GROUP BY enterprise_id
                HAVING uniqExact(part) = 4
            ), ['package'],
            [])) AS lack
        FROM files
    ),
    visited AS
    (
        SELECT target_id, max(held_at) AS last_held_at
        FROM visits
        WHERE target_type = 'enterprise' AND held_at < until
        GROUP BY target_id
    )
SELECT missed.enterprise_id AS id,
       if({indicator:String} = 'O08', missed.lack, 'enterprise') AS what,
       if({indicator:String} = 'O08', 'field', 'word') AS what_kind,
       if(file.enterprise_id = '', '', 'enterprise') AS about_kind, missed.enterprise_id AS about_id, file.name AS about_name,
       if({indicator:String} = 'S08', visited.last_held_at, missed.told_at) AS at,
       multiIf({indicator:String} = 'O08', 'empty', missed.lack = 'not-visited' AND visited.last_held_at IS NULL, 'never-visited',
           missed.lack) AS state,
       1. AS weight, count() OVER () AS total
FROM missed
LEFT JOIN enterprises AS file ON file.enterprise_id = missed.enterprise_id
LEFT JOIN visited ON visited.target_id = missed.enterprise_id
ORDER BY at NULLS FIRST, id, what
LIMIT {limit:UInt32}
