-- The latest portrait of every area.
WITH
    (SELECT max(day) FROM portraits WHERE day <= {day:Date}) AS latest
SELECT area_id, day, dimension, score, grade, weight_present, peer_group, peers, rank, quartile,
       data_as_of
FROM portraits
WHERE day = latest
ORDER BY area_id, dimension
