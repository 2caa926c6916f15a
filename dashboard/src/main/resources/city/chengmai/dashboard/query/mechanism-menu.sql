-- Items of a service menu that stand at the end, most wished for first: demands raised in the time and what became of them, services that gave it.
WITH
    wished AS
    (
        SELECT item_id AS item, count() AS wishes, countIf(matched_at < {until:DateTime64(3, 'UTC')}) AS matched,
               countIf(ifNull(matched_at >= {until:DateTime64(3, 'UTC')}, 1) AND ifNull(closed_at >= {until:DateTime64(3, 'UTC')}, 1)) AS open,
               if(matched = 0, NULL, quantileExactInclusiveIf(0.5)(dateDiff('minute', assumeNotNull(raised_at), ifNull(matched_at, raised_at)),
                   matched_at < {until:DateTime64(3, 'UTC')}) / 1440.) AS match_days
        FROM demands
        WHERE kind = {demand:String} AND raised_at >= {from:DateTime64(3, 'UTC')} AND raised_at < {until:DateTime64(3, 'UTC')}
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
        GROUP BY item
    ),
    given AS
    (
        SELECT item_id AS item, count() AS times, sum(ifNull(participants, 0)) AS people
        FROM services
        WHERE kind = {service:String} AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
        GROUP BY item
    )
SELECT r.record_id AS record_id, r.name AS name, r.class AS item_class, w.wishes AS wishes, w.matched AS matched, w.open AS open,
       w.match_days AS match_days, g.times AS given, g.people AS participants
FROM
(
    SELECT record_id, name, attributes['class'] AS class
    FROM registry
    WHERE if(attributes['kind'] = '', toString(record_kind), attributes['kind']) = {register:String}
        AND ifNull(valid_from < {until:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {until:DateTime64(3, 'UTC')}, 1)
) AS r
LEFT JOIN wished AS w ON w.item = r.record_id
LEFT JOIN given AS g ON g.item = r.record_id
ORDER BY w.wishes DESC, g.times DESC, r.record_id
