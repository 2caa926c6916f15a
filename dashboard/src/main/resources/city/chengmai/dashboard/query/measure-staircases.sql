-- Staircases that get a lift with the moments of their stages, as it was known at a moment; those that nobody has begun with are left out.
WITH {now:DateTime64(3, 'UTC')} AS at
SELECT staircase_id, grid, due_at,
       if(lifts.consulting_at < at, lifts.consulting_at, NULL) AS consulting_at,
       if(lifts.signed_at < at, lifts.signed_at, NULL) AS signed_at,
       if(lifts.approval_at < at, lifts.approval_at, NULL) AS approval_at,
       if(lifts.construction_at < at, lifts.construction_at, NULL) AS construction_at,
       if(lifts.finished_at < at, lifts.finished_at, NULL) AS finished_at
FROM lift_retrofits AS lifts
WHERE ifNull(lifts.consulting_at < at, 0) OR ifNull(lifts.signed_at < at, 0) OR ifNull(lifts.approval_at < at, 0)
    OR ifNull(lifts.construction_at < at, 0) OR ifNull(lifts.finished_at < at, 0)
ORDER BY staircase_id
