-- Minutes of the window in which a declared feed was not available: its latest heartbeat was older than its limit or told of
-- a greater lag. The same for every area.
WITH
    toUnixTimestamp64Milli({start:DateTime64(3, 'UTC')}) / 1000. AS opens,
    toUnixTimestamp64Milli({now:DateTime64(3, 'UTC')}) / 1000. AS closes
SELECT feed_id AS id, feed_id AS what, 'feed' AS what_kind, max(sent_at) AS at, 'unavailable' AS state,
       sum(greatest(0., least(next, closes) - greatest(sent, opens))
           - greatest(0., least(next, sent + lasts, closes) - greatest(sent, opens))) / 60 AS weight,
       count() OVER () AS total
FROM
(
    SELECT feed_id, sent_at, sent, next, if(good, toFloat64(limit_seconds), 0.) AS lasts
    FROM
    (
        SELECT
            beat.feed_id AS feed_id,
            any(feed.interval_seconds) AS limit_seconds,
            arraySort(groupArray((
                toUnixTimestamp64Milli(beat.sent_at) / 1000.,
                beat.kind = 'heartbeat' AND ifNull(beat.lag_seconds, 0) <= feed.interval_seconds,
                beat.sent_at))) AS beats,
            arrayPushBack(arrayPopFront(arrayMap(b -> b.1, beats)), closes) AS nexts
        FROM feed_heartbeats AS beat
        INNER JOIN feeds AS feed ON feed.feed_id = beat.feed_id
        WHERE feed.declared = 1 AND beat.sent_at < {now:DateTime64(3, 'UTC')}
        GROUP BY feed_id
    )
    ARRAY JOIN arrayMap(b -> b.1, beats) AS sent, arrayMap(b -> b.2, beats) AS good,
        arrayMap(b -> b.3, beats) AS sent_at, nexts AS next
)
GROUP BY feed_id
HAVING weight > 0.001
ORDER BY weight DESC, id
LIMIT {limit:UInt32}
