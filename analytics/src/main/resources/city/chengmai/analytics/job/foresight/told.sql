-- Every matter with a place as somebody told of it: orders, and cases behind which there is no order.
SELECT order_id AS id, 'order' AS kind, toString(grid) AS grid, toString(category) AS category, received_at AS at,
       CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS void_from, assumeNotNull(longitude) AS longitude, assumeNotNull(latitude) AS latitude, '' AS address
FROM hotline_orders FINAL
WHERE grid != '' AND category != '' AND isNotNull(hotline_orders.longitude) AND isNotNull(hotline_orders.latitude)
    AND received_at >= {since:DateTime64(3, 'UTC')} AND received_at < {until:DateTime64(3, 'UTC')}
UNION ALL
SELECT case_id AS id, if(channel IN ({channels:Array(String)}), 'find', 'case') AS kind, toString(grid) AS grid, toString(category) AS category,
       reported_at AS at, cancelled_at AS void_from, assumeNotNull(longitude) AS longitude, assumeNotNull(latitude) AS latitude, address
FROM cases FINAL
WHERE grid != '' AND category != '' AND isNotNull(cases.longitude) AND isNotNull(cases.latitude) AND channel != 'hotline' AND order_id = ''
    AND reported_at >= {since:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}
ORDER BY at, id
