-- What 28 days brought after measures were accepted. Cases of the place or hours are held against the 28 days before, moved as much as
-- the other grids moved; of hits those found true since are counted, of visits the issues they brought up.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    accepted AS
    (
        SELECT measure_id, max(decided_at) AS at
        FROM measure_decisions FINAL
        GROUP BY measure_id
        HAVING argMax(decision, (decided_at, decision_id)) = 'accept' AND at <= until - toIntervalDay(28)
    ),
    due AS
    (
        SELECT m.measure_id AS measure_id, toString(m.kind) AS kind, toString(m.area_id) AS area, m.subject AS subject, m.details AS details,
               m.evidence AS evidence, a.at AS at,
               toFloat64OrZero(splitByChar(',', m.subject)[1]) AS longitude, toFloat64OrZero(splitByChar(',', m.subject)[2]) AS latitude
        FROM (SELECT * FROM suggested_measures FINAL) AS m
        INNER JOIN accepted AS a ON a.measure_id = m.measure_id
        WHERE isNull(m.measured_on)
    ),
    counted AS
    (
        SELECT measure_id, kind, toDate(any(at) + toIntervalDay(28), {zone:String}) AS measured_on,
               countIf(here AND reported_at >= at) AS after, countIf(here AND reported_at < at) AS before,
               countIf(NOT here AND toString(grid) != area AND reported_at >= at) AS others_after,
               countIf(NOT here AND toString(grid) != area AND reported_at < at) AS others_before
        FROM
        (
            SELECT due.*, c.grid AS grid, c.reported_at AS reported_at,
                   toString(c.grid) = area AND (details['category'] = '' OR details['category'] = toString(c.category))
                       AND if(kind = 'extra-patrol', intDiv(toHour(toTimeZone(c.reported_at, {zone:String})), 3) * 3 = toUInt8OrZero(subject),
                           ifNull(greatCircleDistance(c.longitude, c.latitude, due.longitude, due.latitude) <= 60, 0)) AS here
            FROM due
            CROSS JOIN (SELECT * FROM cases FINAL WHERE grid != '' AND isNull(cancelled_at)
                -- null, and so without any case, when nothing is due
                AND reported_at >= (SELECT minOrNull(at) FROM due WHERE kind IN ('extra-patrol', 'class-fix')) - toIntervalDay(28)) AS c
            WHERE kind IN ('extra-patrol', 'class-fix') AND c.reported_at >= at - toIntervalDay(28) AND c.reported_at < at + toIntervalDay(28)
        )
        GROUP BY measure_id, kind
    )
SELECT measure_id, measured_on, toFloat64(after) AS observed,
       after - before * others_after / greatest(1, others_before) AS effect,
       sqrt(after + before + 1) AS error
FROM counted
UNION ALL
SELECT measure_id, toDate(at + toIntervalDay(28), {zone:String}) AS measured_on,
       toFloat64(length(arrayFilter(h -> has((SELECT groupArray(hit_id) FROM (SELECT hit_id FROM hit_actions FINAL GROUP BY hit_id
           HAVING argMaxIf(action, (acted_at, action_id), action IN ('confirm', 'reject')) = 'confirm')), h), evidence))) AS observed,
       observed AS effect, toFloat64(0) AS error
FROM due
WHERE kind = 'hand-over'
UNION ALL
SELECT measure_id, any(measured_on) AS measured_on, toFloat64(uniqExactIf(issue, issue != '')) AS observed, observed AS effect, toFloat64(0) AS error
FROM
(
    SELECT due.measure_id AS measure_id, toDate(due.at + toIntervalDay(28), {zone:String}) AS measured_on,
           if(v.held_at >= due.at AND v.held_at < due.at + toIntervalDay(28), v.issue_id, '') AS issue
    FROM (SELECT measure_id, at, arrayJoin(evidence) AS id FROM due WHERE kind = 'visit') AS due
    LEFT JOIN
    (
        SELECT visits.target_id AS target_id, assumeNotNull(visits.held_at) AS held_at, issues.issue_id AS issue_id
        FROM (SELECT visit_id, target_id, held_at FROM visits FINAL WHERE isNotNull(held_at)) AS visits
        INNER JOIN (SELECT visit_id, issue_id FROM visit_issues FINAL) AS issues ON issues.visit_id = visits.visit_id
    ) AS v ON v.target_id = due.id
)
GROUP BY measure_id
ORDER BY measure_id
