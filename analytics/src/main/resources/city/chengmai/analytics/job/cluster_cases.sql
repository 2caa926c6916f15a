-- Cases with a point, by category, with their base grid ('' when not located) and day in the city's zone.
SELECT
    toString(category) AS category,
    case_id,
    toString(grid) AS area,
    assumeNotNull(longitude) AS longitude,
    assumeNotNull(latitude) AS latitude,
    toInt32(toDate(toTimeZone(reported_at, '{{zone}}'))) AS day
FROM cases FINAL
WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
    AND isNotNull(cases.longitude) AND isNotNull(cases.latitude)
