-- Complaints about sites whose clock runs or has run out without what it is for, at a moment: those still running first, the next due first.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    ifNull(verified_at < until, 0) AS verified,
    ifNull(negotiation_opened_at < until, 0) AS negotiated,
    addSeconds(assumeNotNull(received_at), toInt64(3600 * if(verified, {negotiate:Float64}, {verify:Float64}))) AS due
SELECT complaint_id, site_id, grid, overlay_grid, category, case_id, received_at, due AS due_at,
       if(verified, 'negotiation', 'verification') AS clock, count() OVER () AS total
FROM site_complaints
WHERE ifNull(received_at >= since AND received_at < until, 0) AND NOT ifNull(rectified_at < until, 0)
    AND (NOT verified OR (NOT negotiated AND ifNull(negotiation_needed, 0) = 1 AND ifNull(confirmed, 1) = 1))
    AND ({grid:String} = '' OR grid = {grid:String} OR overlay_grid = {grid:String})
ORDER BY due < until, if(due < until, -toUnixTimestamp64Milli(due), toUnixTimestamp64Milli(due)), complaint_id
LIMIT 50
