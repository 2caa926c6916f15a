-- Cases that were closed and came back in a time (重开), those that came back most often first, with what is known of them at its end.
SELECT back.subject AS case_id, any(toString(known.category)) AS category, any(toString(known.grid)) AS grid, any(toString(known.unit)) AS unit,
       count() AS times, max(back.occurred_at) AS last_at,
       any(ifNull(known.closed_at < {until:DateTime64(3, 'UTC')}, 0)) AS closed, count() OVER () AS total
FROM events AS back
LEFT JOIN cases AS known ON known.case_id = back.subject
WHERE back.type = 'cn.grid.case.reopened' AND back.occurred_at >= {from:DateTime64(3, 'UTC')} AND back.occurred_at < {until:DateTime64(3, 'UTC')}
GROUP BY back.subject
ORDER BY times DESC, last_at DESC, case_id
LIMIT {limit:UInt32}
