-- Readings of devices, in seconds of the city's clock.
SELECT
    device_id,
    toString(metric) AS metric,
    toString(kind) AS kind,
    toString(grid) AS area,
    toString(unit) AS unit,
    toInt64(toUnixTimestamp(toDateTime(observed_at)))
        + timezoneOffset(toTimeZone(toDateTime(observed_at), '{{zone}}')) AS local,
    value
FROM observations FINAL
WHERE observed_at >= toDateTime64('{{from}}', 3, 'UTC') AND observed_at < toDateTime64('{{until}}', 3, 'UTC')
    AND isFinite(value)
