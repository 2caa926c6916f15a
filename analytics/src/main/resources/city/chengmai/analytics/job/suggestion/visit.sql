-- Enterprises of a grid whose appeal was left unsolved, or is open past its due time, and that nobody visited since. A visit brings up as
-- many issues as visits of the last 90 days did.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    (SELECT (count(), (SELECT count() FROM visit_issues FINAL WHERE raised_at >= until - toIntervalDay(90) AND raised_at < until))
        FROM visits FINAL WHERE held_at >= until - toIntervalDay(90) AND held_at < until) AS history,
    (history.2 + 0.5) / (history.1 + 1) AS issues,
    seen AS (SELECT target_id, max(held_at) AS last FROM visits FINAL WHERE held_at < until GROUP BY target_id),
    waiting AS
    (
        SELECT enterprise_id, toString(any(grid)) AS place, groupArray(appeal_id) AS ids, max(raised_at) AS raised
        FROM appeals FINAL
        WHERE raised_at >= until - toIntervalDay(60) AND raised_at < until AND enterprise_id != '' AND grid != ''
            AND (outcome = 'unsolved' OR (isNull(closed_at) AND due_at < until))
        GROUP BY enterprise_id
    )
SELECT
    place AS finding,
    place AS area,
    arrayStringConcat(arraySort(groupArray(enterprise_id)), ', ') AS subject,
    5 + 5 * toFloat64(count()) AS score,
    arraySlice(arrayConcat(arraySort(groupArray(enterprise_id)), arraySort(arrayFlatten(groupArray(ids)))), 1, 50) AS evidence,
    count() + sum(length(ids)) AS evidence_total,
    map('enterprises', toString(count()), 'appeals', toString(sum(length(ids))), 'issues-a-visit', toString(round(issues, 2))) AS details,
    toFloat64(count()) AS baseline,
    count() * issues AS expected,
    greatest(0, expected - 1.96 * sqrt(expected)) AS expected_lower,
    expected + 1.96 * sqrt(expected) AS expected_upper
FROM waiting
LEFT JOIN seen ON seen.target_id = waiting.enterprise_id
WHERE seen.last IS NULL OR seen.last < waiting.raised
GROUP BY place
ORDER BY finding
