-- Room on the disks of the server that is asked. A store of objects has no size of its own.
SELECT name, path, least(unreserved_space, free_space) AS free, total_space AS total
FROM system.disks
WHERE total_space > 0 AND total_space < 9000000000000000000
ORDER BY name
