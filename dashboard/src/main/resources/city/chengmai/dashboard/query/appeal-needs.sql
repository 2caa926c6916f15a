-- What enterprises need, by category, in a time and in as long a time before it: appeals, and issues of visits that became none.
SELECT category, countIf(at >= {from:DateTime64(3, 'UTC')}) AS present, countIf(at < {from:DateTime64(3, 'UTC')}) AS past
FROM
(
    SELECT category, raised_at AS at FROM appeals
    UNION ALL
    SELECT category, raised_at AS at FROM visit_issues
    WHERE appeal_id = '' AND visit_id IN (SELECT visit_id FROM visits WHERE target_type IN ('enterprise', 'shop'))
)
WHERE at >= {before:DateTime64(3, 'UTC')} AND at < {until:DateTime64(3, 'UTC')}
GROUP BY category
ORDER BY present DESC, past DESC, category
LIMIT 20
