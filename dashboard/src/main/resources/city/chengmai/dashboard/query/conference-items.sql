-- Open cases that are for a joint conference, with what was done about each last; one when its case is given.
WITH deeds AS
(
    SELECT case_id, argMaxIf(meeting_day, (acted_at, action_id), action = 'schedule') AS meeting_day,
        argMax(action, (acted_at, action_id)) AS last_action,
        argMaxIf(unit, (acted_at, action_id), action = 'decide') AS decided_unit,
        argMaxIf(comment, (acted_at, action_id), action IN ('decide', 'drop')) AS outcome
    FROM conference_actions
    GROUP BY case_id
)
SELECT c.case_id AS case_id, grid, category, unit, address, told_level, level, reasons, units, crosses, other_cases, history, meeting, listed_on,
    reported_at, due_at, deeds.meeting_day AS meeting_day, deeds.last_action AS last_action, deeds.decided_unit AS decided_unit, deeds.outcome AS outcome
FROM case_levels AS c
LEFT JOIN deeds ON deeds.case_id = c.case_id
WHERE open = 1 AND meeting != '' AND ({case:String} = '' OR c.case_id = {case:String})
ORDER BY last_action IN ('decide', 'drop'), isNull(meeting_day), meeting_day, level != 'difficult', reported_at, case_id
LIMIT 200
