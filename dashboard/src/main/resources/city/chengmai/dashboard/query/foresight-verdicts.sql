-- What became of the proactive matters of the days before a moment.
SELECT verdict, count() AS matters, countIf(m.settled = 1) AS settled, countIf(m.settled = 1 AND orders_after > 0) AS complained_after,
    max(definition_version) AS definition_version
FROM foresight_matters AS m
WHERE reported_at >= {since:DateTime64(3, 'UTC')} AND reported_at < {now:DateTime64(3, 'UTC')}
GROUP BY verdict
ORDER BY verdict
