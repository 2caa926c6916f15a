-- Overall scores of some days.
SELECT area_id, day, score, grade, peer_group, rank, peers, data_as_of
FROM portraits
WHERE dimension = 'overall' AND has({days:Array(Date)}, day)
ORDER BY area_id, day
