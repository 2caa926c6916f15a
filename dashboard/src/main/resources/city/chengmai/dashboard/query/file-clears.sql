-- What stands in the way of the three clears (三清) of enterprises, each thing counted.
WITH
    {now:DateTime64(3, 'UTC')} AS at,
    {since:DateTime64(3, 'UTC')} AS back
SELECT enterprise, sum(open_appeals) AS appeals_open, sum(late_appeals) AS appeals_late,
       sum(unsolved_appeals) AS appeals_unsolved, sum(unhappy) AS dissatisfied, sum(open_notices) AS notices_open,
       sum(late_notices) AS notices_late, sum(doubts) AS discrepancies_open
FROM
(
    SELECT enterprise_id AS enterprise,
           toUInt64(closed_at IS NULL OR closed_at >= at) AS open_appeals,
           toUInt64((closed_at IS NULL OR closed_at >= at) AND ifNull(due_at < at, 0)) AS late_appeals,
           toUInt64(ifNull(closed_at >= back AND closed_at < at, 0) AND outcome = 'unsolved') AS unsolved_appeals,
           toUInt64(ifNull(closed_at >= back AND closed_at < at, 0) AND satisfaction = 'dissatisfied') AS unhappy,
           toUInt64(0) AS open_notices, toUInt64(0) AS late_notices, toUInt64(0) AS doubts
    FROM appeals
    WHERE raised_at < at AND has({enterprises:Array(String)}, enterprise_id)
    UNION ALL
    SELECT enterprise_id, 0, 0, 0, 0,
           toUInt64(NOT (rectification = 'complete' AND ifNull(rectified_at < at, 0))),
           toUInt64(NOT (rectification = 'complete' AND ifNull(rectified_at < at, 0)) AND ifNull(due_at < at, 0)), 0
    FROM enforcement_actions
    WHERE kind = 'notice' AND acted_at < at AND has({enterprises:Array(String)}, enterprise_id)
    UNION ALL
    SELECT target_id, 0, 0, 0, toUInt64(satisfaction = 'dissatisfied' OR ifNull(reopened, 0) > 0), 0, 0, 0
    FROM visits
    WHERE target_type IN ('enterprise', 'shop') AND held_at >= back AND held_at < at
        AND has({enterprises:Array(String)}, target_id)
    UNION ALL
    SELECT record_id, 0, 0, 0, 0, 0, 0, toUInt64(resolved_at IS NULL OR resolved_at >= at)
    FROM discrepancies
    WHERE record_kind = 'enterprise' AND found_at < at AND has({enterprises:Array(String)}, record_id)
)
GROUP BY enterprise
