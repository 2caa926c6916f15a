SELECT uniqExact(source, subject) AS refused
FROM dead_letters
WHERE type = 'cn.grid.case.reported'
  AND subject NOT IN (SELECT case_id FROM cases)
