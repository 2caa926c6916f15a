-- The last services of some kinds before a moment, newest first, with the names of what they were for.
WITH
    names AS (SELECT record_id, any(name) AS shown FROM registry GROUP BY record_id)
SELECT s.kind AS kind, s.place AS place, s.held AS held_at, s.ends_at AS ends_at, s.people AS participants, s.outcome AS outcome,
       s.partners AS partners, if(t.shown = '', s.target_id, t.shown) AS target, if(f.shown = '', s.facility_id, f.shown) AS facility,
       if(i.shown = '', s.item_id, i.shown) AS item
FROM
(
    SELECT service_id, toString(kind) AS kind, toString(grid) AS place, assumeNotNull(held_at) AS held, ends_at, participants AS people,
           toString(outcome) AS outcome, partners, target_id, facility_id, item_id
    FROM services
    WHERE has({kinds:Array(String)}, toString(kind)) AND held_at < {now:DateTime64(3, 'UTC')}
        AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    ORDER BY held DESC, service_id
    LIMIT {limit:UInt32}
) AS s
LEFT JOIN names AS t ON t.record_id = s.target_id
LEFT JOIN names AS f ON f.record_id = s.facility_id
LEFT JOIN names AS i ON i.record_id = s.item_id
ORDER BY s.held DESC, s.service_id
