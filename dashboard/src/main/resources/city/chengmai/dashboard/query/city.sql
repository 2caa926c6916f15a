-- The city of this installation.
SELECT city, name_zh, name_en, zone, clock, first_day, last_day
FROM cities
ORDER BY city
LIMIT 1
