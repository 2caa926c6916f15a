-- What enterprises said in a time: of appeals that were closed in it, and when visitors came back in it.
SELECT asked, satisfied, fairly, dissatisfied, silent
FROM
(
    SELECT 'appeals' AS asked, countIf(satisfaction = 'satisfied') AS satisfied, countIf(satisfaction = 'fairly') AS fairly,
           countIf(satisfaction = 'dissatisfied') AS dissatisfied, countIf(satisfaction = '') AS silent
    FROM appeals
    WHERE closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')}
    UNION ALL
    SELECT 'visits', countIf(satisfaction = 'satisfied'), countIf(satisfaction = 'fairly'), countIf(satisfaction = 'dissatisfied'), countIf(satisfaction = '')
    FROM visits
    WHERE target_type IN ('enterprise', 'shop') AND revisited_at >= {from:DateTime64(3, 'UTC')} AND revisited_at < {until:DateTime64(3, 'UTC')}
)
ORDER BY asked
