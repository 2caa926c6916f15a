-- Source and id of what has a correlation id, among events and dead letters since a moment: a hash has no way back but to look at all.
SELECT source, id
FROM
(
    SELECT toString(source) AS source, id
    FROM events
    WHERE recorded_at >= {since:DateTime64(3, 'UTC')}
        AND lower(substring(hex(SHA256(concat(toString(source), char(10), id))), 1, 16)) = {correlation:String}
    UNION ALL
    SELECT toString(source) AS source, event_id AS id
    FROM dead_letters
    WHERE received_at >= {since:DateTime64(3, 'UTC')}
        AND lower(substring(hex(SHA256(concat(toString(source), char(10), event_id))), 1, 16)) = {correlation:String}
)
LIMIT 1
