-- Demands of some kinds that nobody matched and nobody closed before a moment, oldest first, and how many there are.
WITH
    names AS (SELECT record_id, any(name) AS shown FROM registry GROUP BY record_id)
SELECT d.demand_id AS demand_id, d.kind AS kind, d.place AS place, d.raised AS raised_at, d.due_at AS due_at, d.channel AS channel,
       d.description AS description, if(i.shown = '', d.item_id, i.shown) AS item, d.demander_id AS demander_id, d.demander AS demander,
       d.total AS total
FROM
(
    SELECT demand_id, toString(kind) AS kind, toString(grid) AS place, assumeNotNull(raised_at) AS raised, due_at, toString(channel) AS channel,
           description, item_id, demander_id, toString(demander) AS demander, count() OVER () AS total
    FROM demands
    WHERE has({kinds:Array(String)}, toString(kind)) AND raised_at < {now:DateTime64(3, 'UTC')}
        AND ifNull(matched_at >= {now:DateTime64(3, 'UTC')}, 1) AND ifNull(closed_at >= {now:DateTime64(3, 'UTC')}, 1)
        AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    ORDER BY raised, demand_id
    LIMIT {limit:UInt32}
) AS d
LEFT JOIN names AS i ON i.record_id = d.item_id
ORDER BY d.raised, d.demand_id
