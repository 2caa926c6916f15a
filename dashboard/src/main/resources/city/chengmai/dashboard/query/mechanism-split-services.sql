-- Services of a kind in a time, told apart by an attribute, the hour of the day, the form of community of the grid, or who held them; of a
-- register also those that held none.
WITH
    names AS
    (
        SELECT record_id, name AS shown
        FROM registry
        WHERE {by:String} = 'facility'
    ),
    forms AS
    (
        SELECT toString(area_id) AS area, argMax(toString(community_form), valid_from) AS form
        FROM areas
        WHERE {by:String} = 'community-form' AND valid_from <= toDate({until:DateTime64(3, 'UTC')}, {zone:String})
        GROUP BY area
    )
SELECT if({by:String} = 'facility', value, '') AS record_id, if({by:String} = 'facility' AND shown != '', shown, value) AS value,
       sum(one) AS amount, 0 AS checks, 0 AS failed
FROM
(
    SELECT multiIf({by:String} = 'hour', leftPad(toString(toHour(assumeNotNull(held_at), {zone:String})), 2, '0'),
               {by:String} = 'facility', facility_id, {by:String} = 'community-form', forms.form, attributes[{by:String}]) AS value,
           1 AS one
    FROM services
    LEFT JOIN forms ON forms.area = toString(services.grid)
    WHERE kind = {kind:String} AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
        AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    UNION ALL
    SELECT record_id AS value, 0 AS one
    FROM registry
    WHERE {by:String} = 'facility' AND {register:String} != ''
        AND if(attributes['kind'] = '', toString(record_kind), attributes['kind']) = {register:String}
        AND ifNull(valid_from < {until:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {until:DateTime64(3, 'UTC')}, 1)
        AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
) AS held
LEFT JOIN names ON names.record_id = held.value
GROUP BY record_id, value
ORDER BY if({by:String} = 'hour', 0, amount) DESC, value
LIMIT 24
