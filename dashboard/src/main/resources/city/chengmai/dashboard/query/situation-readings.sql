-- Devices of a grid that told of some metrics since a moment (the key begins with the device: only time leaves rows out): the latest reading of each, how many there were in a time with their mean, and the feed that they
-- came by, or its source when nobody declared it.
SELECT toString(o.metric) AS measured, o.device_id AS device, argMax(o.value, o.observed_at) AS latest, max(o.observed_at) AS latest_at,
       argMax(toString(o.unit), o.observed_at) AS told_unit, countIf(o.observed_at >= {from:DateTime64(3, 'UTC')}) AS readings,
       if(readings = 0, NULL, avgIf(o.value, o.observed_at >= {from:DateTime64(3, 'UTC')})) AS mean,
       argMax(if(f.feed_id = '', toString(o.source), f.feed_id), o.observed_at) AS feed
FROM
(
    SELECT metric, device_id, value, observed_at, unit, source
    FROM observations
    WHERE grid = {grid:String} AND has({metrics:Array(String)}, toString(metric)) AND observed_at >= {heard:DateTime64(3, 'UTC')}
        AND observed_at < {until:DateTime64(3, 'UTC')}
) AS o
LEFT JOIN (SELECT feed_id, arrayJoin(sources) AS sender FROM feeds WHERE declared = 1) AS f ON f.sender = o.source
GROUP BY o.metric, o.device_id
ORDER BY measured, latest_at DESC, device
LIMIT 24
