-- How many entries of a register stand at a moment, by grid.
SELECT toString(grid) AS place, count() AS entries
FROM registry
WHERE if(attributes['kind'] = '', toString(record_kind), attributes['kind']) = {register:String}
    AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    AND ifNull(valid_from < {now:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {now:DateTime64(3, 'UTC')}, 1)
GROUP BY place
ORDER BY place
