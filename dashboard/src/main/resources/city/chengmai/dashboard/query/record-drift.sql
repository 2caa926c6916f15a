-- Disagreements found within a time whose two values are numbers: how far what an app saw lies from what the record says, relative to the
-- record, by app and field; of each the 300 latest, with how many there are.
SELECT toString(app) AS app, toString(record_kind) AS record_kind, toString(field) AS field, assumeNotNull(found_at) AS found_at,
       assumeNotNull((observed - recorded) / abs(recorded)) AS deviation,
       count() OVER (PARTITION BY app, record_kind, field) AS total
FROM
(
    SELECT app, record_kind, field, discrepancy_id, found_at, toFloat64OrNull(recorded_value) AS recorded, toFloat64OrNull(observed_value) AS observed
    FROM discrepancies
    WHERE found_at >= {from:DateTime64(3, 'UTC')} AND found_at < {until:DateTime64(3, 'UTC')}
)
WHERE isNotNull(recorded) AND isNotNull(observed) AND recorded != 0
ORDER BY app, record_kind, field, found_at DESC, discrepancy_id
LIMIT 300 BY app, record_kind, field
