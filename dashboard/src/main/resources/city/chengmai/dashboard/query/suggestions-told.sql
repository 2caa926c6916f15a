-- Suggestions that other systems told of, latest first.
SELECT suggestion_id, title, kind, grid AS area_id, indicator, expected_effect, effect, decision, made_at
FROM suggestions
WHERE isNotNull(made_at) AND ({grid:String} = '' OR grid = {grid:String})
ORDER BY made_at DESC, suggestion_id
LIMIT 20
