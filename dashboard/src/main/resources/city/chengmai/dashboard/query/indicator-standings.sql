-- Where some areas stand in one indicator.
WITH
    (SELECT max(day) FROM indicator_standings WHERE indicator = {indicator:String} AND day <= {day:Date}) AS latest
SELECT area_id, indicator, day, peer_group, peers, value, peer_value, shrunk_value, lower, upper,
       denominator, rank, rank_lower, rank_upper, quartile
FROM indicator_standings
WHERE indicator = {indicator:String} AND day = latest AND area_id IN {areas:Array(String)}
ORDER BY rank NULLS LAST, shrunk_value DESC NULLS LAST, area_id
