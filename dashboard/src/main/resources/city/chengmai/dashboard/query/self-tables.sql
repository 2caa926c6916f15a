-- The largest tables on the server that is asked, and all of them together.
SELECT
    if(grouping(table) = 1, '', table) AS name,
    sum(rows) AS rows,
    sum(bytes_on_disk) AS bytes,
    count() AS parts
FROM system.parts
WHERE active AND database IN (currentDatabase(), concat(currentDatabase(), '_local'))
GROUP BY GROUPING SETS ((table), ())
ORDER BY name = '' DESC, bytes DESC, name
LIMIT {limit:UInt32}
