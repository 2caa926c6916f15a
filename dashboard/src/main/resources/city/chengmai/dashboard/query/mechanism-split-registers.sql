-- Entries of a register that stand at the end, told apart by an attribute or the decade in which they were built, with the checks of them since
-- a moment. Tax classes of buildings stand in their files.
WITH
    listed AS
    (
        SELECT record_id, multiIf({by:String} = 'decade' AND match(attributes['builtYear'], '^[0-9]{4}$'),
                   concat(substring(attributes['builtYear'], 1, 3), '0'),
                   {by:String} = 'decade', '', attributes[{by:String}]) AS told
        FROM registry
        WHERE if(attributes['kind'] = '', toString(record_kind), attributes['kind']) = {kind:String}
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
            AND ifNull(valid_from < {until:DateTime64(3, 'UTC')}, 1) AND ifNull(valid_to >= {until:DateTime64(3, 'UTC')}, 1)
    ),
    filed AS (SELECT building_id, toString(tax_class) AS class FROM buildings WHERE {by:String} = 'taxClass'),
    looked AS
    (
        SELECT target_id, countIf(outcome != '') AS checks, countIf(outcome IN ('failed', 'partly')) AS failed
        FROM services
        WHERE target_id IN (SELECT record_id FROM listed)
            AND held_at >= {checked_from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
        GROUP BY target_id
    )
SELECT '' AS record_id, if(filed.class != '', filed.class, listed.told) AS value, count() AS amount, sum(looked.checks) AS checks,
       sum(looked.failed) AS failed
FROM listed
LEFT JOIN filed ON filed.building_id = listed.record_id
LEFT JOIN looked ON looked.target_id = listed.record_id
GROUP BY value
ORDER BY if({by:String} = 'decade', 0, amount) DESC, value
LIMIT 24
