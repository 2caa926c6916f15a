-- Staircases that get a lift, by the furthest stage that they had got to at a moment.
WITH
    {now:DateTime64(3, 'UTC')} AS at,
    multiIf(
        ifNull(finished_at < at, 0), 5,
        ifNull(construction_at < at, 0), 4,
        ifNull(approval_at < at, 0), 3,
        ifNull(signed_at < at, 0), 2,
        ifNull(consulting_at < at, 0), 1,
        0) AS step,
    multiIf(step = 5, finished_at, step = 4, construction_at, step = 3, approval_at, step = 2, signed_at, consulting_at) AS since
SELECT toUInt8(step) AS stage, count() AS staircases, uniqExact(estate_id) AS estates,
       sum(ifNull(households, 0)) AS homes,
       toFloat64(quantileExactInclusive(0.5)(dateDiff('hour', assumeNotNull(since), at) / 24)) AS median_days,
       countIf(ifNull(due_at < at, 0) AND step < 5) AS overdue
FROM lift_retrofits
WHERE step > 0
GROUP BY stage
ORDER BY stage
