-- How far complaints about sites that came in a time had got by its end.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    ifNull(verified_at < until, 0) AS was_verified,
    was_verified AND ifNull(confirmed, 1) = 1 AS held,
    held AND ifNull(negotiation_needed, 0) = 1 AS to_negotiate,
    held AND ifNull(rectified_at < until, 0) AS was_rectified
SELECT count() AS received, countIf(was_verified) AS verified, countIf(held) AS confirmed, countIf(to_negotiate) AS needing,
       countIf(to_negotiate AND ifNull(negotiation_opened_at < until, 0)) AS negotiated, countIf(was_rectified) AS rectified,
       countIf(was_rectified AND outcome = 'solved') AS solved, countIf(was_rectified AND outcome = 'partly') AS partly
FROM site_complaints
WHERE ifNull(received_at >= since AND received_at < until, 0)
    AND ({grid:String} = '' OR grid = {grid:String} OR overlay_grid = {grid:String})
