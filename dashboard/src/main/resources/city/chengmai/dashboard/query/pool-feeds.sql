-- Declared feeds with the events that they sent in a time.
SELECT feeds.feed_id AS feed_id, feeds.sources AS sources, sum(sent.events) AS events
FROM (SELECT feed_id, sources, arrayJoin(sources) AS source FROM feeds WHERE declared = 1) AS feeds
LEFT JOIN
(
    SELECT toString(source) AS sender, count() AS events
    FROM events
    WHERE occurred_at >= {from:DateTime64(3, 'UTC')} AND occurred_at < {until:DateTime64(3, 'UTC')}
    GROUP BY sender
) AS sent ON sent.sender = feeds.source
GROUP BY feed_id, sources
ORDER BY feed_id
