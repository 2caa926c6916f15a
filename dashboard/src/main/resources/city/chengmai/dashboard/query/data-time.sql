-- How far the data reaches: the latest event and when it arrived.
SELECT count() AS events, max(occurred_at) AS occurred_at, max(recorded_at) AS recorded_at
FROM events
WHERE occurred_at <= {now:DateTime64(3, 'UTC')}
