-- Cases of a grid by the class of their category: reported in a time and in as long before it, open at its end and past due then.
SELECT splitByChar('/', toString(category))[1] AS class_name, countIf(reported_at >= {from:DateTime64(3, 'UTC')}) AS reported,
       countIf(reported_at >= {before:DateTime64(3, 'UTC')} AND reported_at < {from:DateTime64(3, 'UTC')}) AS earlier,
       countIf(NOT ifNull(closed_at < {until:DateTime64(3, 'UTC')}, 0)) AS open,
       countIf(NOT ifNull(closed_at < {until:DateTime64(3, 'UTC')}, 0) AND ifNull(due_at < {until:DateTime64(3, 'UTC')}, 0)) AS overdue,
       arraySort(groupUniqArrayIf(if(f.feed_id = '', toString(c.source), f.feed_id), reported_at >= {from:DateTime64(3, 'UTC')})) AS feeds
FROM cases AS c
LEFT JOIN (SELECT feed_id, arrayJoin(sources) AS sender FROM feeds WHERE declared = 1) AS f ON f.sender = c.source
WHERE grid = {grid:String} AND reported_at < {until:DateTime64(3, 'UTC')} AND isNull(cancelled_at)
    AND has({classes:Array(String)}, splitByChar('/', toString(category))[1])
GROUP BY class_name
ORDER BY class_name
