-- What each source sent, how far behind it is, and which declared feed it belongs to. A source that nobody declared has an
-- empty feed_id; a declared one that never sent has no events. Whether a feed is silent or late is what ingest's alerts
-- say: an alert that was cleared without anything coming since was cleared because it was news no longer.
WITH
declared AS (
    SELECT feed_id, name_zh, name_en, kind, interval_seconds, schema_version, position, arrayJoin(sources) AS source
    FROM feeds
    WHERE declared = 1
),
sent AS (
    SELECT source, count() AS events, max(occurred_at) AS newest, max(recorded_at) AS heard,
           countIf(occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 HOUR) AS hour_events,
           countIf(occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY) AS day_events,
           -- Of the last hour only: a replay of the past would tell the age of the past.
           quantileIf(0.95)(greatest(0, dateDiff('second', occurred_at, recorded_at)),
               occurred_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 HOUR) AS lag
    FROM events
    WHERE occurred_at <= {now:DateTime64(3, 'UTC')}
    GROUP BY source
),
refused AS (
    SELECT source, count() AS letters,
           countIf(received_at >= {now:DateTime64(3, 'UTC')} - INTERVAL 1 DAY) AS day_letters
    FROM dead_letters
    WHERE source != ''
    GROUP BY source
),
beats AS (
    SELECT feed_id, max(sent_at) AS beat, argMax(kind, sent_at) AS beat_kind,
           argMaxIf(schema_version, sent_at, schema_version != '') AS beat_schema
    FROM feed_heartbeats
    WHERE sent_at <= {now:DateTime64(3, 'UTC')}
    GROUP BY feed_id
),
silence AS (
    SELECT evidence[1] AS feed, max(state = 'open') AS stands, max(ifNull(cleared_at, toDateTime64(0, 3, 'UTC'))) AS ended
    FROM alerts
    WHERE rule = 'A08'
    GROUP BY feed
),
lateness AS (
    SELECT evidence[1] AS feed, max(state = 'open') AS stands
    FROM alerts
    WHERE rule = 'A08-late'
    GROUP BY feed
)
SELECT s.source AS source, d.feed_id AS feed_id, d.name_zh AS name_zh, d.name_en AS name_en, d.kind AS kind,
       d.interval_seconds AS interval_seconds, d.schema_version AS declared_schema, b.beat_schema AS reported_schema,
       e.events AS events, if(e.events = 0, NULL, e.newest) AS last_at,
       e.hour_events AS last_hour, e.day_events AS last_day, if(e.hour_events = 0, NULL, e.lag) AS lag_seconds,
       r.letters AS dead_letters, r.day_letters AS dead_letters_last_day,
       if(b.beat_kind = '', NULL, b.beat) AS heartbeat_at, b.beat_kind = 'late' AS says_late,
       sum(e.events) OVER whole AS feed_events,
       q.stands OR (q.ended > toDateTime64(0, 3, 'UTC') AND max(e.heard) OVER whole < q.ended) AS silent, l.stands AS late
FROM (
    SELECT source FROM declared
    UNION DISTINCT SELECT source FROM sent
    UNION DISTINCT SELECT source FROM refused
) AS s
LEFT JOIN declared AS d ON d.source = s.source
LEFT JOIN sent AS e ON e.source = s.source
LEFT JOIN refused AS r ON r.source = s.source
LEFT JOIN beats AS b ON b.feed_id = d.feed_id AND d.feed_id != ''
LEFT JOIN silence AS q ON q.feed = if(d.feed_id = '', s.source, d.feed_id)
LEFT JOIN lateness AS l ON l.feed = if(d.feed_id = '', s.source, d.feed_id)
WINDOW whole AS (PARTITION BY if(d.feed_id = '', s.source, d.feed_id))
ORDER BY d.feed_id = '', d.position, s.source
