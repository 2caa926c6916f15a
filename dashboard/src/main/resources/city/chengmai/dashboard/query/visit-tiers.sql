-- Enterprises on file by tier: who was visited in a time, on which of the three lines, and by more than one of them.
WITH held AS
(
    SELECT target_id, groupUniqArrayIf(toString(tier), tier != '') AS lines, count() AS visits
    FROM visits
    WHERE target_type IN ('enterprise', 'shop') AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
    GROUP BY target_id
)
SELECT
    tier,
    count() AS on_file,
    countIf(held.visits > 0) AS visited,
    countIf(has(held.lines, 'district')) AS district,
    countIf(has(held.lines, 'industry')) AS industry,
    countIf(has(held.lines, 'local')) AS local,
    countIf(length(held.lines) > 1) AS several
FROM enterprises AS e
LEFT JOIN held ON held.target_id = e.enterprise_id
WHERE status NOT IN ('closed', 'moved-out')
GROUP BY tier
ORDER BY indexOf(['key', 'growing', 'general'], toString(tier)) = 0, indexOf(['key', 'growing', 'general'], toString(tier)), tier
