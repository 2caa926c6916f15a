-- The latest portrait of every area.
WITH
    (SELECT max(day) FROM portraits WHERE day <= {day:Date}) AS latest
SELECT area_id, day, dimension, score, score_lower, score_upper, grade, weight_present, peer_group, peers,
       rank, rank_lower, rank_upper, quartile, data_as_of
FROM portraits
WHERE day = latest
ORDER BY area_id, dimension
