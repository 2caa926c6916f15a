-- Key enterprises on file that have each part of the service package at the end, and deliveries of it in a time.
WITH keys AS (SELECT enterprise_id FROM enterprises WHERE tier = 'key' AND status NOT IN ('closed', 'moved-out'))
SELECT
    part,
    uniqExactIf(enterprise_id, confirmed = 1 AND enterprise_id IN (SELECT enterprise_id FROM keys)) AS covered,
    (SELECT count() FROM keys) AS targets,
    countIf(delivered_at >= {from:DateTime64(3, 'UTC')}) AS delivered,
    countIf(delivered_at >= {from:DateTime64(3, 'UTC')} AND confirmed = 1) AS confirmed_count
FROM service_packages
WHERE delivered_at < {until:DateTime64(3, 'UTC')}
GROUP BY part
ORDER BY indexOf(['general-policy', 'individual-policy', 'appeal-interaction', 'welcome'], toString(part)), part
