-- Who was visited in a time, by kind; of enterprises, buildings and residents' committees also how many there are on file. A shop is an
-- enterprise on file.
WITH
    held AS
    (
        SELECT target_type, target_id, toString(grid) AS place
        FROM visits
        WHERE held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
    ),
    firms AS (SELECT enterprise_id FROM enterprises WHERE status NOT IN ('closed', 'moved-out')),
    committees AS (SELECT toString(area_id) AS id FROM areas WHERE grid_type = 'residents-committee' AND level = 'grid' AND overlay = 0)
SELECT kind, visits, covered, on_file
FROM
(
    SELECT 'enterprise' AS kind, countIf(target_type IN ('enterprise', 'shop')) AS visits,
           uniqExactIf(target_id, target_type IN ('enterprise', 'shop') AND target_id IN (SELECT enterprise_id FROM firms)) AS covered,
           (SELECT toNullable(count()) FROM firms) AS on_file
    FROM held
    UNION ALL
    SELECT 'building', countIf(target_type = 'building'),
           uniqExactIf(target_id, target_type = 'building' AND target_id IN (SELECT building_id FROM buildings)),
           (SELECT toNullable(count()) FROM buildings)
    FROM held
    UNION ALL
    SELECT 'committee', countIf(target_type IN ('committee', 'household')),
           uniqExactIf(place, target_type IN ('committee', 'household') AND place IN (SELECT id FROM committees)),
           (SELECT toNullable(count()) FROM committees)
    FROM held
    UNION ALL
    SELECT 'household', countIf(target_type = 'household'), uniqExactIf(target_id, target_type = 'household'), NULL
    FROM held
)
ORDER BY indexOf(['enterprise', 'building', 'committee', 'household'], kind)
