-- Construction sites that are on file or were complained about in a time, of one grid or of all. Neither clock is judged before it ran
-- out or was met, as in indicators S06 and S07; days are those of the time on which the site was under way.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    toInt64(3600 * {verify:Float64}) AS look,
    toInt64(3600 * {negotiate:Float64}) AS talk,
    toDate(since, {zone:String}) AS first_shown,
    toDate(subtractSeconds(until, 1), {zone:String}) AS last_shown,
    known AS
    (
        SELECT record_id AS site, name, toString(grid) AS home, attributes['overlayGrid'] AS overlay, attributes['phase'] AS phase,
               attributes['permittedHours'] AS hours, attributes['gridWorker'] AS grid_worker,
               attributes['safetyOfficer'] AS safety_officer, attributes['enforcementOfficer'] AS enforcement_officer,
               toDateOrNull(attributes['firstDay']) AS first_day, toDateOrNull(attributes['lastDay']) AS last_day, 1 AS on_file
        FROM registry
        WHERE record_kind = 'site' AND NOT ifNull(valid_from >= until, 0) AND NOT ifNull(valid_to < since, 0)
    ),
    told AS
    (
        SELECT toString(site_id) AS site, argMax(toString(grid), received_at) AS told_home, argMax(toString(overlay_grid), received_at) AS told_overlay,
               count() AS complaints,
               countIf(ifNull(verified_at < until, 0) OR addSeconds(received_at, look) <= until) AS verify_judged,
               countIf(ifNull(verified_at <= addSeconds(received_at, look) AND verified_at < until, 0)) AS verified_in_time,
               countIf(needing AND (ifNull(negotiation_opened_at < until, 0) OR addSeconds(received_at, talk) <= until)) AS talk_judged,
               countIf(needing AND ifNull(negotiation_opened_at <= addSeconds(received_at, talk) AND negotiation_opened_at < until, 0))
                   AS talked_in_time,
               countIf(NOT ifNull(rectified_at < until, 0) AND ifNull(confirmed, 1) = 1) AS open
        FROM
        (
            SELECT *, ifNull(negotiation_needed, 0) = 1 AND ifNull(confirmed, 1) = 1 AS needing
            FROM site_complaints
            WHERE ifNull(received_at >= since AND received_at < until, 0) AND site_id != ''
        )
        GROUP BY site
    )
SELECT site AS site_id, name, if(home = '', told_home, home) AS home_grid, if(overlay = '', told_overlay, overlay) AS overlay_grid, phase, hours,
       first_day, last_day, grid_worker, safety_officer, enforcement_officer, on_file, complaints, verify_judged, verified_in_time,
       talk_judged, talked_in_time, open,
       greatest(0, dateDiff('day', greatest(first_shown, ifNull(first_day, first_shown)), least(last_shown, ifNull(last_day, last_shown))) + 1) AS days
FROM known
FULL OUTER JOIN told USING (site)
WHERE {grid:String} = '' OR home_grid = {grid:String} OR overlay_grid = {grid:String}
ORDER BY complaints DESC, site_id
