-- Where one area stands in each indicator.
WITH
    (SELECT max(day) FROM indicator_standings WHERE area_id = {area:String} AND day <= {day:Date}) AS latest
SELECT area_id, indicator, day, peer_group, peers, value, peer_value, shrunk_value, lower, upper,
       denominator, rank, rank_lower, rank_upper, quartile
FROM indicator_standings
WHERE area_id = {area:String} AND day = latest
ORDER BY indicator
