-- Notices due in the window that were not found complete in time, or inspections of one department and one matter.
-- names from enterprises
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until
SELECT action.action_id AS id, action.kind AS what, 'word' AS what_kind,
       if(file.enterprise_id = '', '', 'enterprise') AS about_kind, action.enterprise_id AS about_id,
       if(file.name = '', action.party, file.name) AS about_name,
       action.acted_at AS at, action.due_at AS due,
       multiIf(action.kind = 'inspection', 'single', action.rectification = 'complete', 'late',
           action.rectification = '', 'unchecked', action.rectification) AS state,
       1. AS weight, count() OVER () AS total
FROM enforcement_actions AS action
LEFT JOIN enterprises AS file ON file.enterprise_id = action.enterprise_id
WHERE (action.grid IN {grids:Array(String)} OR action.overlay_grid IN {grids:Array(String)})
    AND multiIf(
        {indicator:String} = 'M10', action.kind = 'notice'
            AND ifNull(action.due_at >= since AND action.due_at < until, 0)
            AND NOT (action.rectification = 'complete' AND ifNull(action.rectified_at <= action.due_at, 0)),
        {indicator:String} = 'S11', action.kind = 'inspection'
            AND ifNull(action.acted_at >= since AND action.acted_at < until, 0)
            AND length(action.departments) < 2 AND length(action.items) < 2,
        0)
ORDER BY at, id
LIMIT {limit:UInt32}
