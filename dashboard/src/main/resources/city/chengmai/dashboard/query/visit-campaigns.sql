-- Visits of a time by campaign, with what they brought up and whether people came back, as it stood at the end.
SELECT
    campaign,
    count() AS visits,
    uniqExact((target_type, target_id)) AS targets,
    sum(raised.issues) AS issues,
    sum(raised.on_spot) AS on_spot,
    countIf(revisits > 0 AND revisited_at < {until:DateTime64(3, 'UTC')}) AS returned,
    sumIf(ifNull(reopened, 0), revisits > 0 AND revisited_at < {until:DateTime64(3, 'UTC')}) AS reopened_issues
FROM visits AS v
LEFT JOIN
(
    SELECT visit_id, count() AS issues, countIf(solved_on_spot = 1) AS on_spot
    FROM visit_issues
    WHERE raised_at < {until:DateTime64(3, 'UTC')}
    GROUP BY visit_id
) AS raised ON raised.visit_id = v.visit_id
WHERE held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
GROUP BY campaign
ORDER BY visits DESC, campaign
