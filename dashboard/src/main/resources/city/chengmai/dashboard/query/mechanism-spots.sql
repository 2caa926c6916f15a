-- Entries of a register that stand at a moment, with the point that their latest event which has one tells.
WITH
    listed AS
    (
        SELECT record_id, name, toString(grid) AS place
        FROM registry
        WHERE if(attributes['kind'] = '', toString(record_kind), attributes['kind']) = {register:String}
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
            AND ifNull(valid_from < {now:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {now:DateTime64(3, 'UTC')}, 1)
    ),
    pointed AS
    (
        SELECT subject, argMax(JSONExtractFloat(data, 'point', 'longitude'), (occurred_at, version)) AS east,
               argMax(JSONExtractFloat(data, 'point', 'latitude'), (occurred_at, version)) AS north
        FROM events
        PREWHERE type = 'cn.grid.record.updated'
        WHERE occurred_at < {now:DateTime64(3, 'UTC')} AND JSONHas(data, 'point', 'longitude')
            AND subject IN (SELECT record_id FROM listed)
        GROUP BY subject
    )
SELECT listed.record_id AS record_id, listed.name AS name, listed.place AS place,
       if(pointed.subject = '', NULL, pointed.east) AS longitude, if(pointed.subject = '', NULL, pointed.north) AS latitude
FROM listed
LEFT JOIN pointed ON pointed.subject = listed.record_id
ORDER BY listed.record_id
LIMIT {limit:UInt32}
