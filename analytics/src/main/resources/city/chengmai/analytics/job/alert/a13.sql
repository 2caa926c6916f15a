-- Enterprises that are visited and inspected too often: each contact that has more than the cap in the days up to it.
WITH
    toInt64({window_days:Float64} * 86400000) AS window,
    contacts AS
    (
        SELECT target_id AS enterprise, toUnixTimestamp64Milli(assumeNotNull(held_at)) AS at, visit_id AS id, toString(grid) AS grid
        FROM visits FINAL
        WHERE target_type IN ('enterprise', 'shop') AND target_id != '' AND isNotNull(held_at) AND held_at < {until:DateTime64(3, 'UTC')}
        UNION ALL
        SELECT enterprise_id, toUnixTimestamp64Milli(assumeNotNull(acted_at)), action_id, toString(grid)
        FROM enforcement_actions FINAL
        WHERE kind = 'inspection' AND enterprise_id != '' AND isNotNull(acted_at) AND acted_at < {until:DateTime64(3, 'UTC')}
    ),
    contacted AS
    (
        SELECT enterprise, argMax(grid, (grid != '', at)) AS area, arraySort(groupArray((at, id))) AS told
        FROM contacts
        GROUP BY enterprise
        HAVING length(told) > {contacts:Float64}
    ),
    windows AS
    (
        SELECT enterprise, area, told, number, told[number] AS this,
               arrayFilter(c -> c <= this AND c.1 > this.1 - window, told) AS recent,
               if(number = 1, 0, length(arrayFilter(c -> c <= told[number - 1] AND c.1 > told[number - 1].1 - window, told))) AS before
        FROM contacted
        ARRAY JOIN arrayEnumerate(told) AS number
    )
SELECT
    concat(enterprise, '|', this.2) AS finding,
    if(before > {contacts:Float64}, concat(enterprise, '|', told[number - 1].2), '') AS continues,
    'notice' AS severity,
    area,
    enterprise AS subject,
    fromUnixTimestamp64Milli(recent[1].1, 'UTC') AS period_start,
    fromUnixTimestamp64Milli(this.1, 'UTC') AS period_end,
    period_end AS known_at,
    -- when so many are older than the window that the cap is kept again
    fromUnixTimestamp64Milli(recent[toUInt32(length(recent) - {contacts:Float64})].1 + window, 'UTC') AS over_at,
    toFloat64(length(recent)) AS observed,
    {contacts:Float64} AS upper,
    arraySlice(arraySort(arrayMap(c -> c.2, recent)), 1, 50) AS evidence,
    length(recent) AS evidence_total,
    map('days', toString({window_days:Float64})) AS details
FROM windows
WHERE length(recent) > {contacts:Float64}
ORDER BY finding
