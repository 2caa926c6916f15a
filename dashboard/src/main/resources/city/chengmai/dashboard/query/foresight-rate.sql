-- The handled-before-complaint rate of the city, of the latest 30 days.
SELECT day, numerator, denominator, value, state, definition_version
FROM indicator_30d
WHERE indicator = 'M08' AND area_id IN (SELECT area_id FROM areas WHERE parent_id = '' AND overlay = 0)
ORDER BY day DESC
LIMIT 1
