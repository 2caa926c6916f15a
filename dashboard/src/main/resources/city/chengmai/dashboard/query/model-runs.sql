-- Runs of models, latest first: of all models their last one, or of one model several.
SELECT model_id, model_version, day, state, message, findings, numbers, question, milliseconds, data_as_of
FROM empowerment_runs
WHERE {model:String} = '' OR model_id = {model:String}
ORDER BY day DESC, model_id
LIMIT {runs:UInt16} BY model_id
