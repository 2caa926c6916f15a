-- Planned inspections of enterprises in a time, one enterprise after another, in order.
SELECT action_id, enforcement_actions.enterprise_id AS enterprise_id, if(known.name = '', party, known.name) AS name,
       toString(enforcement_actions.grid) AS grid, arraySort(arrayDistinct(departments)) AS departments, assumeNotNull(acted_at) AS at
FROM enforcement_actions
LEFT JOIN (SELECT enterprise_id, name FROM enterprises) AS known ON known.enterprise_id = enforcement_actions.enterprise_id
WHERE kind = 'inspection' AND planned = 1 AND enforcement_actions.enterprise_id != ''
    AND acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
ORDER BY enterprise_id, at, action_id
