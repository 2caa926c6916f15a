-- Cases since a moment, and older ones that are open, by the level that was told and the level by rule, and how many of them are closed.
SELECT told_level, level, count() AS cases, countIf(open = 0) AS closed, countIf(has(crosses, 'department')) AS departments,
    countIf(has(crosses, 'area')) AS areas, countIf(has(crosses, 'level')) AS levels
FROM case_levels
WHERE open = 1 OR (isNotNull(closed_at) AND reported_at >= {since:DateTime64(3, 'UTC')})
GROUP BY told_level, level
ORDER BY indexOf(['simple', 'comprehensive', 'difficult'], told_level), indexOf(['simple', 'comprehensive', 'difficult'], level)
