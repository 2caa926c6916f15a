-- Base records of a grid by kind.
SELECT record_kind, count() AS records
FROM registry
WHERE grid = {grid:String}
GROUP BY record_kind
ORDER BY record_kind
