-- Minutes of the declared feeds, day by day, from heartbeat to heartbeat; available while the latest one is no older than the
-- limit and tells of no greater lag. One value for the whole city.
SELECT
    ['*'] AS areas,
    span,
    [('O11', number, number + span, good, minutes)] AS intervals
FROM
(
    SELECT
        toInt64({{number}}(toDate(day))) AS number,
        toUnixTimestamp(toDateTime(toDate(day), '{{zone}}')) AS opens,
        toUnixTimestamp(addDays(toDateTime(toDate(day), '{{zone}}'), 1)) AS closes,
        sum(greatest(0., least(next, closes) - greatest(sent, opens))) / 60 AS minutes,
        sum(greatest(0., least(next, sent + lasts, closes) - greatest(sent, opens))) / 60 AS good
    FROM
    (
        SELECT
            toFloat64(beat.1) AS sent,
            toFloat64(next) AS next,
            if(beat.2, toFloat64(limit_seconds), 0.) AS lasts,
            arrayJoin(range(
                toUInt32(greatest(toRelativeDayNum(toDateTime(beat.1, '{{zone}}'), '{{zone}}'), toRelativeDayNum(toDateTime64('{{since}}', 3, 'UTC'), '{{zone}}'))),
                toUInt32(toRelativeDayNum(toDateTime(next, '{{zone}}'), '{{zone}}') + 1))) AS day
        FROM
        (
            SELECT
                feed_id,
                arraySort(groupArray((
                    toUnixTimestamp64Milli(sent_at) / 1000.,
                    kind = 'heartbeat' AND ifNull(lag_seconds, 0) <= interval_seconds))) AS beats,
                any(interval_seconds) AS limit_seconds
            FROM (SELECT feed_id, sent_at, kind, lag_seconds FROM feed_heartbeats FINAL) AS beat
            INNER JOIN (SELECT feed_id, interval_seconds FROM feeds FINAL WHERE declared = 1) AS feed USING (feed_id)
            WHERE sent_at < toDateTime64('{{until}}', 3, 'UTC')
            GROUP BY feed_id
        )
        ARRAY JOIN
            beats AS beat,
            arrayPushBack(arrayPopFront(arrayMap(b -> b.1, beats)),
                toUnixTimestamp64Milli(toDateTime64('{{until}}', 3, 'UTC')) / 1000.) AS next
    )
    GROUP BY day
)
ARRAY JOIN [{{spans}}] AS span
