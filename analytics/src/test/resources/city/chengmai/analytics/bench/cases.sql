-- Cases as they stood at {{asof}}, of which something happened since {{since}}. Busy grids have many times the cases of
-- quiet ones; most are closed within their limit, some weeks later, a few never.
INSERT INTO cases (case_id, source, channel, category, kind, level, grid, stage, reported_at, accepted_at, filed_at, due_at, disposed_at, checked_at, closed_at, cancelled_at, suspended, suspensions, reworks, updated_at, recorded_at, version)
WITH
    toDateTime64('{{start}}', 3, 'UTC') AS start,
    toDateTime64('{{asof}}', 3, 'UTC') AS asof,
    toDateTime64('{{since}}', 3, 'UTC') AS since,
    x -> if(isNull(x) OR x >= asof, NULL, x) AS seen
SELECT
    id, 'bench', channel, category, 'event', 'simple', grid,
    multiIf(isNotNull(seen(closed)), 'closed', isNotNull(seen(filed)), 'filed', 'reported'),
    reported, seen(accepted), seen(filed), if(isNull(seen(filed)), NULL, due),
    seen(disposed), seen(checked), seen(closed), seen(cancelled),
    suspended, suspended, reworks, latest, latest + INTERVAL 5 SECOND,
    length(arrayFilter(m -> isNotNull(m) AND m < asof, moments)) AS version
FROM
(
    SELECT *,
        arrayMap(m -> assumeNotNull(m), arrayFilter(m -> isNotNull(m), [CAST(reported, 'Nullable(DateTime64(3, \'UTC\'))'), accepted, filed, disposed, checked, closed, cancelled])) AS moments,
        arrayMax(arrayFilter(m -> m < asof, moments)) AS latest
    FROM
    (
        SELECT *,
            if(isNull(disposed), NULL, disposed + INTERVAL 2 HOUR) AS checked,
            if(isNull(disposed) OR r9 < 0.03, NULL, disposed + toIntervalSecond(7200 + toInt64(r10 * 86400))) AS closed
        FROM
        (
            SELECT *,
                if(isNull(filed), NULL, filed + toIntervalHour(hours)) AS due,
                if(isNull(filed) OR r7 < 0.04, NULL, filed + toIntervalSecond(600 + toInt64(least(5., -log(r8 + 1e-9) * 0.6) * hours * 3600))) AS disposed
            FROM
            (
                SELECT *,
                    if(is_cancelled OR isNull(accepted) OR r5 < 0.08, NULL, accepted + toIntervalSecond(60 + toInt64(r6 * 7200))) AS filed
                FROM
                (
                    SELECT
                        hex(cityHash64(number, {{seed}})) AS id,
                        cityHash64(number, 1) / 18446744073709551616. AS r1, cityHash64(number, 2) / 18446744073709551616. AS r2,
                        cityHash64(number, 3) / 18446744073709551616. AS r3, cityHash64(number, 4) / 18446744073709551616. AS r4,
                        cityHash64(number, 5) / 18446744073709551616. AS r5, cityHash64(number, 6) / 18446744073709551616. AS r6,
                        cityHash64(number, 7) / 18446744073709551616. AS r7, cityHash64(number, 8) / 18446744073709551616. AS r8,
                        cityHash64(number, 9) / 18446744073709551616. AS r9, cityHash64(number, 10) / 18446744073709551616. AS r10,
                        start + toIntervalSecond(toInt64(r1 * 366 * 86400)) AS reported,
                        number % 66 = 7 AS is_cancelled,
                        if(r3 < 0.03, NULL, reported + toIntervalSecond(60 + toInt64(r4 * 3600))) AS accepted,
                        if(is_cancelled, reported + toIntervalSecond(3600 + toInt64(r4 * 172800)), NULL) AS cancelled,
                        if(r2 > 0.98, '', concat('g', toString(toUInt32(pow(r2 / 0.98, 2) * 199.99)))) AS grid,
                        [24, 72, 168][1 + number % 3] AS hours,
                        ['patrol', 'hotline', 'app', 'sensor'][1 + number % 4] AS channel,
                        concat('category-', toString(toUInt32(pow(r10, 2) * 40))) AS category,
                        number % 200 = 11 AS suspended,
                        number % 25 = 3 AS reworks
                    FROM numbers({{count}})
                )
            )
        )
    )
    WHERE reported < asof
)
WHERE latest >= since
SETTINGS max_insert_threads = 1
