-- Source and id of what has a correlation id, among events and dead letters that came since a moment, events that happened since another: a hash has
-- no way back but to look at all, and only the time of happening leaves parts of the table out.
SELECT source, id
FROM
(
    SELECT toString(source) AS source, id
    FROM events
    WHERE occurred_at >= {happened:DateTime64(3, 'UTC')} AND recorded_at >= {since:DateTime64(3, 'UTC')}
        AND lower(substring(hex(SHA256(concat(toString(source), char(10), id))), 1, 16)) = {correlation:String}
    UNION ALL
    SELECT toString(source) AS source, event_id AS id
    FROM dead_letters
    WHERE received_at >= {since:DateTime64(3, 'UTC')}
        AND lower(substring(hex(SHA256(concat(toString(source), char(10), event_id))), 1, 16)) = {correlation:String}
)
LIMIT 1
