-- What each grid had to do in a time and has open at its end.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    work AS
    (
        SELECT toString(grid) AS area, 'case' AS what, count() AS many FROM cases WHERE reported_at >= since AND reported_at < until GROUP BY area
        UNION ALL
        SELECT toString(grid), 'open', count() FROM cases
        WHERE reported_at < until AND NOT ifNull(closed_at < until, 0) AND NOT ifNull(cancelled_at < until, 0) GROUP BY grid
        UNION ALL
        SELECT toString(grid), 'order', count() FROM hotline_orders WHERE received_at >= since AND received_at < until GROUP BY grid
        UNION ALL
        SELECT toString(grid), 'round', count() FROM patrol_rounds WHERE planned_for >= since AND planned_for < until GROUP BY grid
        UNION ALL
        SELECT toString(grid), 'visit', count() FROM visits WHERE held_at >= since AND held_at < until GROUP BY grid
        UNION ALL
        SELECT toString(grid), 'action', count() FROM enforcement_actions WHERE acted_at >= since AND acted_at < until GROUP BY grid
    )
SELECT area AS grid, sumIf(many, what = 'case') AS cases, sumIf(many, what = 'open') AS open, sumIf(many, what = 'order') AS orders,
       sumIf(many, what = 'round') AS rounds, sumIf(many, what = 'visit') AS visits, sumIf(many, what = 'action') AS actions
FROM work
WHERE area != ''
GROUP BY area
ORDER BY cases + orders + rounds + visits + actions DESC, grid
