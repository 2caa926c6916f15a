-- How far the data reaches, and no further than the moment of the page. The store keeps the range of the event times of each
-- of its parts: the question is asked every few seconds and must not read the events, of which there are millions.
SELECT
    sumIf(rows, min_time < {now:DateTime64(3, 'UTC')}) AS events,
    least(toDateTime64(max(max_time), 3, 'UTC'), {now:DateTime64(3, 'UTC')} - INTERVAL 1 MILLISECOND) AS occurred_at
FROM schema_parts
WHERE table = 'events' AND rows > 0
