-- Hotline orders of a time by who asks (四类人群): how soon those that need a contact were contacted. A day is 24 hours; an order younger than
-- that without a contact is not judged yet.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    contact_needed = 1 AS needed,
    needed AND ifNull(first_contacted_at < until, 0) AS contacted,
    dateDiff('minute', received_at, assumeNotNull(first_contacted_at)) AS minutes
SELECT toString(demander_type) AS kind, count() AS received, countIf(needed) AS to_contact, countIf(contacted) AS contacted_count,
       countIf(needed AND (contacted OR addHours(received_at, 24) <= until)) AS judged,
       countIf(contacted AND minutes <= 1440) AS within_day,
       if(contacted_count = 0, NULL, round(quantileExactInclusiveIf(0.5)(minutes, contacted), 1)) AS median_minutes,
       if(contacted_count = 0, NULL, round(quantileExactInclusiveIf(0.9)(minutes, contacted), 1)) AS ninth_minutes
FROM hotline_orders
WHERE received_at >= {from:DateTime64(3, 'UTC')} AND received_at < until
GROUP BY demander_type
ORDER BY kind = '', indexOf(['visitor', 'resident', 'merchant', 'emergency', 'enterprise'], kind), kind
