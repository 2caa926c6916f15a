-- Demands of a kind raised in a time, told apart by how they came or by an attribute, with those that wait at its end.
SELECT '' AS record_id, if({by:String} = 'channel', toString(channel), attributes[{by:String}]) AS value, count() AS amount,
       0 AS checks, 0 AS failed
FROM demands
WHERE kind = {kind:String} AND raised_at >= {from:DateTime64(3, 'UTC')} AND raised_at < {until:DateTime64(3, 'UTC')}
    AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
GROUP BY value
ORDER BY amount DESC, value
LIMIT 24
