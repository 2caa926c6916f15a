-- Trailing 30-day values of the areas above grids (区、街道), of the latest day that is computed.
SELECT area_id, toString(indicator) AS indicator, day, numerator, denominator, value, toString(state) AS state
FROM indicator_30d
WHERE day = (SELECT max(day) FROM indicator_30d WHERE day <= {day:Date}) AND has({indicators:Array(String)}, indicator)
    AND area_id IN (SELECT area_id FROM areas WHERE level != 'grid')
ORDER BY area_id, indicator
