-- Hotline orders as they stood at {{asof}}, of which something happened since {{since}}.
INSERT INTO hotline_orders (order_id, source, category, demander_type, grid, caller_hash, received_at, contact_needed, first_contacted_at, due_at, replied_at, outcome, called_back_at, answered, satisfaction, updated_at, recorded_at, version)
WITH
    toDateTime64('{{start}}', 3, 'UTC') AS start,
    toDateTime64('{{asof}}', 3, 'UTC') AS asof,
    toDateTime64('{{since}}', 3, 'UTC') AS since,
    x -> if(isNull(x) OR x >= asof, NULL, x) AS seen
SELECT
    id, 'bench', category, 'resident', grid, caller, received, contact_needed, seen(contacted), received + INTERVAL 7 DAY,
    seen(replied), if(isNull(seen(replied)), '', outcome), seen(called), isNotNull(seen(called)) AND answer != '',
    if(isNull(seen(called)), '', answer), latest, latest + INTERVAL 5 SECOND,
    length(arrayFilter(m -> m < asof, moments)) AS version
FROM
(
    SELECT *,
        arrayMap(m -> assumeNotNull(m), arrayFilter(m -> isNotNull(m), [CAST(received, 'Nullable(DateTime64(3, \'UTC\'))'), contacted, replied, called])) AS moments,
        arrayMax(arrayFilter(m -> m < asof, moments)) AS latest
    FROM
    (
        SELECT *, if(isNull(replied) OR r5 < 0.2, NULL, replied + toIntervalSecond(3600 + toInt64(r6 * 172800))) AS called
        FROM
        (
            SELECT
                hex(cityHash64(number, {{seed}})) AS id,
                cityHash64(number, 21) / 18446744073709551616. AS r1, cityHash64(number, 22) / 18446744073709551616. AS r2,
                cityHash64(number, 23) / 18446744073709551616. AS r3, cityHash64(number, 24) / 18446744073709551616. AS r4,
                cityHash64(number, 25) / 18446744073709551616. AS r5, cityHash64(number, 26) / 18446744073709551616. AS r6,
                start + toIntervalSecond(toInt64(r1 * 366 * 86400)) AS received,
                concat('g', toString(toUInt32(pow(r2, 2) * 199.99))) AS grid,
                concat('caller-', toString(toUInt32(pow(r6, 3) * 50000))) AS caller,
                concat('category-', toString(toUInt32(pow(r5, 2) * 40))) AS category,
                number % 6 != 0 AS contact_needed,
                if(number % 10 = 0, NULL, received + toIntervalSecond(60 + toInt64(r3 * 108000))) AS contacted,
                if(number % 20 = 0, NULL, received + toIntervalSecond(7200 + toInt64(least(20., -log(r4 + 1e-9) * 2.5) * 86400))) AS replied,
                if(number % 4 = 0, 'explained', 'solved') AS outcome,
                ['satisfied', 'satisfied', 'fairly', 'dissatisfied', ''][1 + number % 5] AS answer
            FROM numbers({{count}})
        )
    )
    WHERE received < asof
)
WHERE latest >= since
SETTINGS max_insert_threads = 1
