-- The city of this installation: the one that ingest described last.
SELECT city, name_zh, name_en, zone, clock, first_day, last_day
FROM cities
ORDER BY version DESC, city
LIMIT 1
