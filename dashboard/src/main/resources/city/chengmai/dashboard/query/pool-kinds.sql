-- Types of events that came in a time: how many, how many of them lie in a base grid, which grids these are, who sent them and when the last was.
SELECT toString(type) AS type, count() AS events, countIf(grid != '') AS placed,
       arraySort(groupUniqArrayIf(toString(grid), grid != '')) AS grids, arraySort(groupUniqArray(toString(source))) AS sources,
       max(occurred_at) AS last_at
FROM events
WHERE occurred_at >= {from:DateTime64(3, 'UTC')} AND occurred_at < {until:DateTime64(3, 'UTC')}
GROUP BY type
ORDER BY type
