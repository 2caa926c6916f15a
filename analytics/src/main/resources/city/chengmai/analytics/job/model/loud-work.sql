-- Nights on which work at a site was complained about outside its permitted hours while its meter stood above the limit. The night of
-- a day ends at noon. A meter belongs to the site that its base record names, else to the nearest one within 150 m.
WITH
    complaints AS
    (
        SELECT complaint_id, toString(site_id) AS site, toString(grid) AS grid,
               assumeNotNull(ifNull(heard_at, received_at)) AS at,
               formatDateTime(toTimeZone(at, {zone:String}), '%H:%i') AS hour,
               toDate(toTimeZone(at, {zone:String}) - toIntervalHour(12)) AS night,
               if(permitted_from = '', '06:00', toString(permitted_from)) AS begins,
               if(permitted_until = '', '22:00', toString(permitted_until)) AS ends
        FROM site_complaints FINAL
        WHERE site_id != '' AND isNotNull(ifNull(heard_at, received_at)) AND at < {until:DateTime64(3, 'UTC')}
            AND at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(2)
            AND (hour < begins OR hour >= ends)
    ),
    loud AS
    (
        SELECT device_id AS device, observed_at, value
        FROM observations FINAL
        WHERE metric = 'sound-level' AND observed_at < {until:DateTime64(3, 'UTC')} AND observed_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(3)
            AND value >= {decibels:Float64}
    ),
    told AS
    (
        SELECT subject, argMax(data, (occurred_at, version)) AS data
        FROM events AS e
        WHERE type = 'cn.grid.record.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
            AND (JSONExtractString(e.data, 'recordKind') = 'site' OR subject IN (SELECT device FROM loud))
        GROUP BY subject
    ),
    points AS
    (
        SELECT subject, JSONExtractString(data, 'recordKind') = 'site' AS is_site,
               JSONExtractFloat(data, 'point', 'longitude') AS longitude, JSONExtractFloat(data, 'point', 'latitude') AS latitude
        FROM told
        WHERE JSONHas(data, 'point')
    ),
    nearest AS
    (
        SELECT m.subject AS device, argMin(s.subject, (greatCircleDistance(m.longitude, m.latitude, s.longitude, s.latitude), s.subject)) AS site
        FROM (SELECT * FROM points WHERE NOT is_site) AS m
        CROSS JOIN (SELECT * FROM points WHERE is_site) AS s
        WHERE greatCircleDistance(m.longitude, m.latitude, s.longitude, s.latitude) <= 150
        GROUP BY device
    ),
    readings AS
    (
        SELECT if(named.site != '', named.site, nearest.site) AS site, loud.observed_at AS observed_at, loud.value AS value
        FROM loud
        LEFT JOIN (SELECT subject AS device, JSONExtractString(data, 'attributes', 'siteId') AS site FROM told) AS named ON named.device = loud.device
        LEFT JOIN nearest ON nearest.device = loud.device
    ),
    borne_out AS
    (
        SELECT complaint_id, any(c.site) AS site, any(grid) AS grid, any(night) AS night, count() AS loud, max(value) AS loudest
        FROM complaints AS c
        INNER JOIN readings AS r ON r.site = c.site
        WHERE abs(dateDiff('minute', r.observed_at, c.at)) <= {minutes:Float64}
        GROUP BY complaint_id
        HAVING loud >= {readings:Float64}
    )
SELECT
    concat(site, '|', toString(night)) AS finding,
    min(grid) AS area,
    site AS subject,
    'site' AS subject_kind,
    least(1, 0.5 + (max(loudest) - {decibels:Float64}) / 20) AS score,
    arraySort(groupArray(complaint_id)) AS evidence,
    map('night', toString(night), 'decibels', toString(max(loudest)), 'complaints', toString(count())) AS details
FROM borne_out
GROUP BY site, night
HAVING count() >= {complaints:Float64}
ORDER BY finding
