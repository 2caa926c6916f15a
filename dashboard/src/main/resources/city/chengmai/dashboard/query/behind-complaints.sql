-- Site complaints received in the window whose clock was missed, by the rules of analytics; for the intensity of a site
-- grid all of them. Neither clock is judged before it ran out or was met.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toInt64(3600 * transform('hours', {names:Array(String)}, {numbers:Array(Float64)}, 0.)) AS seconds,
    addSeconds(received_at, seconds) AS clock_due,
    if({indicator:String} = 'S07', negotiation_opened_at, verified_at) AS done_at,
    ifNull(done_at < until, 0) AS done,
    (done OR ifNull(clock_due <= until, 0)) AND NOT ifNull(done_at <= clock_due, 0) AS missed
SELECT complaint_id AS id, category AS what, 'category' AS what_kind,
       if(case_id = '', '', 'case') AS about_kind, case_id AS about_id, case_id AS about_name,
       received_at AS at, if({indicator:String} = 'O02', NULL, clock_due) AS due,
       multiIf({indicator:String} = 'O02', toString(stage), done, 'late',
           {indicator:String} = 'S07', 'not-negotiated', 'not-verified') AS state,
       1. AS weight, count() OVER () AS total
FROM site_complaints
WHERE ifNull(received_at >= since AND received_at < until, 0)
    AND multiIf(
        {indicator:String} = 'O02', overlay_grid IN {grids:Array(String)},
        {indicator:String} = 'S06', (grid IN {grids:Array(String)} OR overlay_grid IN {grids:Array(String)}) AND missed,
        {indicator:String} = 'S07', (grid IN {grids:Array(String)} OR overlay_grid IN {grids:Array(String)}) AND missed
            AND ifNull(negotiation_needed, 0) = 1 AND ifNull(confirmed, 1) = 1,
        0)
ORDER BY at, id
LIMIT {limit:UInt32}
