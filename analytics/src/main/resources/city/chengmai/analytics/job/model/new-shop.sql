-- Shops that a patrol put on file, that are open still and have had neither a visit nor a pack for longer than they should.
WITH
    seen AS
    (
        SELECT subject AS enterprise, min(occurred_at) AS first, argMin(toString(grid), occurred_at) AS grid,
               argMin(JSONExtractString(data, 'app'), occurred_at) AS app, argMin(id, occurred_at) AS event,
               argMaxIf(JSONExtractString(data, 'status'), occurred_at, JSONExtractString(data, 'status') != '') AS status
        FROM events FINAL
        WHERE type = 'cn.grid.enterprise.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
        GROUP BY subject
    ),
    helped AS
    (
        SELECT target_id AS enterprise FROM visits FINAL WHERE target_type IN ('enterprise', 'shop') AND held_at < {until:DateTime64(3, 'UTC')}
        UNION DISTINCT
        SELECT enterprise_id FROM service_packages FINAL WHERE delivered_at < {until:DateTime64(3, 'UTC')}
    )
SELECT
    enterprise AS finding,
    grid AS area,
    enterprise AS subject,
    'enterprise' AS subject_kind,
    0.8 AS score,
    [enterprise, event] AS evidence,
    map('first', toString(toDate(first, {zone:String})), 'days', toString(dateDiff('day', first, {until:DateTime64(3, 'UTC')}))) AS details
FROM seen
WHERE app = 'street-front' AND status NOT IN ('closed', 'moved-out')
    AND first <= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({days:Float64}))
    AND first >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({longest_days:Float64}))
    AND enterprise NOT IN (SELECT enterprise FROM helped)
ORDER BY finding
