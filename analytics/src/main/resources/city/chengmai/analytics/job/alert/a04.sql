-- Loud work outside the permitted hours: complaints and cases about a site's noise, and readings of its meter above the limit, by
-- site and night. A site may have hours of its own, as HH:MM-HH:MM in its base record; a night is called by the day of its evening.
WITH
    sites AS
    (
        SELECT
            record_id AS site,
            toString(grid) AS grid,
            attributes['overlayGrid'] AS overlay,
            extractAll(attributes['permittedHours'], '\\d+') AS told,
            if(length(told) = 4, toInt32(told[1]) * 60 + toInt32(told[2]), toInt32({permitted_from:Float64} * 60)) AS opens,
            if(length(told) = 4, toInt32(told[3]) * 60 + toInt32(told[4]), toInt32({permitted_until:Float64} * 60)) AS closes
        FROM registry FINAL
        WHERE record_kind = 'site'
    ),
    loud AS
    (
        SELECT id, device_id, toString(grid) AS grid, observed_at, value
        FROM observations FINAL
        WHERE has({metrics:Array(String)}, toString(metric)) AND value > least({limit_night:Float64}, {limit_day:Float64})
            AND observed_at >= subtractDays({since:DateTime64(3, 'UTC')}, 2) AND observed_at < {until:DateTime64(3, 'UTC')}
    ),
    -- where sites and meters were said to be
    points AS
    (
        SELECT subject, argMax(JSONExtractFloat(data, 'point', 'longitude'), occurred_at) AS longitude,
               argMax(JSONExtractFloat(data, 'point', 'latitude'), occurred_at) AS latitude
        FROM events FINAL
        WHERE type = 'cn.grid.record.updated' AND JSONHas(data, 'point')
            AND (subject IN (SELECT device_id FROM loud) OR subject IN (SELECT site FROM sites))
        GROUP BY subject
    ),
    -- a meter belongs to the site that its base record names, or to the nearest one
    nearest AS
    (
        SELECT device, argMin(site, (metres, site)) AS site
        FROM
        (
            SELECT m.subject AS device, s.subject AS site, greatCircleDistance(m.longitude, m.latitude, s.longitude, s.latitude) AS metres
            FROM (SELECT * FROM points WHERE subject IN (SELECT device_id FROM loud)) AS m
            CROSS JOIN (SELECT * FROM points WHERE subject IN (SELECT site FROM sites)) AS s
        )
        WHERE metres <= {site_metres:Float64}
        GROUP BY device
    ),
    meters AS
    (
        SELECT l.device_id AS device, multiIf(r.site != '', r.site, n.site != '', n.site, device) AS site
        FROM (SELECT DISTINCT device_id FROM loud) AS l
        LEFT JOIN (SELECT record_id, attributes['siteId'] AS site FROM registry FINAL WHERE record_kind = 'device') AS r ON r.record_id = l.device_id
        LEFT JOIN nearest AS n ON n.device = l.device_id
    ),
    complaints AS
    (
        SELECT
            complaint_id AS id, toString(site_id) AS site, toString(grid) AS grid, case_id, longitude, latitude,
            assumeNotNull(ifNull(heard_at, received_at)) AS at
        FROM site_complaints FINAL
        WHERE site_id != '' AND has({categories:Array(String)}, toString(category)) AND ifNull(confirmed, 1) = 1
            AND isNotNull(ifNull(heard_at, received_at))
    ),
    heard AS
    (
        SELECT id, site, grid, longitude, latitude, at, 0. AS value, 'complaint' AS kind FROM complaints
        UNION ALL
        SELECT case_id, toString(site_id), toString(grid), longitude, latitude, reported_at, 0., 'complaint'
        FROM cases FINAL
        WHERE site_id != '' AND has({categories:Array(String)}, toString(category)) AND isNull(cancelled_at)
            AND case_id NOT IN (SELECT case_id FROM complaints)
        UNION ALL
        SELECT o.id, m.site, o.grid, NULL, NULL, o.observed_at, o.value, 'reading'
        FROM loud AS o
        INNER JOIN meters AS m ON m.device = o.device_id
    ),
    placed AS
    (
        SELECT
            h.id AS id, h.site AS site, h.longitude AS longitude, h.latitude AS latitude, h.at AS at, h.value AS value, h.kind AS kind,
            if(s.grid = '', h.grid, s.grid) AS grid,
            s.overlay AS overlay,
            if(s.site = '', toInt32({permitted_from:Float64} * 60), s.opens) AS opens,
            if(s.site = '', toInt32({permitted_until:Float64} * 60), s.closes) AS closes,
            toTimeZone(h.at, {zone:String}) AS local,
            toInt32(toHour(local)) * 60 + toInt32(toMinute(local)) AS minute,
            if(minute < opens, toDate(local) - 1, toDate(local)) AS night
        FROM heard AS h
        LEFT JOIN sites AS s ON s.site = h.site
        WHERE h.at >= subtractDays({since:DateTime64(3, 'UTC')}, 2) AND h.at < {until:DateTime64(3, 'UTC')}
            AND (minute < opens OR minute >= closes)
            AND (h.kind = 'complaint'
                OR h.value > if(minute >= {night_from:Float64} * 60 OR minute < {night_until:Float64} * 60, {limit_night:Float64}, {limit_day:Float64}))
    ),
    nights AS
    (
        SELECT
            site,
            night,
            any(grid) AS area,
            any(overlay) AS overlay,
            max(opens) AS morning,
            min(closes) AS evening,
            anyIf(longitude, isNotNull(longitude)) AS longitude,
            anyIf(latitude, isNotNull(latitude)) AS latitude,
            min(at) AS first,
            countIf(kind = 'complaint') AS complaints,
            countIf(kind = 'reading') AS readings,
            max(value) AS loudest,
            arraySlice(arrayMap(e -> e.2, arraySort(groupArray((kind, id)))), 1, 50) AS evidence,
            count() AS total
        FROM placed
        GROUP BY site, night
        HAVING complaints >= {complaints:Float64} OR readings >= {readings:Float64}
    )
SELECT
    concat(site, '|', toString(night)) AS finding,
    if(before > night - 1 - {quiet_days:Float64}, concat(site, '|', toString(before)), '') AS continues,
    if(complaints >= {complaints:Float64} AND readings >= {readings:Float64}, 'alarm', 'warning') AS severity,
    area,
    arrayFilter(a -> a != '', [area, overlay]) AS areas,
    {categories:Array(String)}[1] AS category,
    site AS subject,
    toDateTime64(toDateTime(concat(toString(night), ' ', leftPad(toString(intDiv(least(evening, 1439), 60)), 2, '0'), ':',
        leftPad(toString(least(evening, 1439) % 60), 2, '0'), ':00'), {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(concat(toString(night + 1), ' ', leftPad(toString(intDiv(morning, 60)), 2, '0'), ':',
        leftPad(toString(morning % 60), 2, '0'), ':00'), {zone:String}), 3, 'UTC') AS period_end,
    first AS known_at,
    toFloat64(total) AS observed,
    {limit_night:Float64} AS upper,
    evidence,
    total AS evidence_total,
    longitude,
    latitude,
    map('complaints', toString(complaints), 'readings', toString(readings), 'loudest', if(readings = 0, '', toString(loudest))) AS details
FROM
(
    SELECT *, lagInFrame(night, 1, toDate('1970-01-01')) OVER (PARTITION BY site ORDER BY night ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
    FROM nights
)
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding
