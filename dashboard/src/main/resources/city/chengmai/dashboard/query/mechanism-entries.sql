-- Entries of some registers that stand at a moment: those over their capacity and the fullest first, then the newest.
WITH
    listed AS
    (
        SELECT record_id, name, if(attributes['kind'] = '', toString(record_kind), attributes['kind']) AS entry_kind, toString(grid) AS place_id,
               valid_from, toFloat64OrNull(attributes['capacity']) AS room
        FROM registry
        WHERE has({kinds:Array(String)}, entry_kind) AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
            AND ifNull(valid_from < {now:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {now:DateTime64(3, 'UTC')}, 1)
    ),
    heard AS
    (
        SELECT device_id, max(observed_at) AS at, countIf(metric = 'occupied') AS counts, argMaxIf(value, observed_at, metric = 'occupied') AS taken
        FROM observations
        WHERE device_id IN (SELECT record_id FROM listed) AND observed_at < {now:DateTime64(3, 'UTC')}
            AND observed_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY
        GROUP BY device_id
    )
SELECT l.record_id AS record_id, l.name AS name, l.entry_kind AS kind, l.place_id AS place, l.valid_from AS valid_from, l.room AS capacity,
       if(h.counts > 0, h.taken, NULL) AS occupied, if(h.device_id = '', NULL, h.at) AS heard_at, count() OVER () AS total
FROM listed AS l
LEFT JOIN heard AS h ON h.device_id = l.record_id
ORDER BY ifNull(if(h.counts > 0, h.taken, NULL) / nullIf(l.room, 0), -1) DESC, ifNull(l.valid_from, toDateTime64(0, 3, 'UTC')) DESC, l.record_id
LIMIT {limit:UInt32}
