-- Months up to a moment: reports of unsafe charging of e-bikes (飞线充电), chargers that were told of for the first time as working, and how many
-- worked at the end of the month or at the moment.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    toStartOfMonth(toTimeZone(subtractSeconds(until, 1), {zone:String})) AS last_month,
    told AS
    (
        SELECT subject, occurred_at AS at, version, JSONExtractString(data, 'attributes', 'state') = 'working' AS works
        FROM events
        WHERE type = 'cn.grid.record.updated' AND occurred_at < until AND JSONExtractString(data, 'attributes', 'kind') = 'e-bike-charger'
    ),
    months AS
    (
        SELECT addMonths(last_month, -toInt32(number)) AS month, least(until, toDateTime64(toStartOfMonth(addMonths(month, 1)), 3, {zone:String})) AS ends
        FROM numbers({months:UInt8})
    ),
    opened_in AS
    (
        SELECT toStartOfMonth(toTimeZone(first_at, {zone:String})) AS month, count() AS chargers
        FROM (SELECT subject, min(at) AS first_at FROM told WHERE works GROUP BY subject)
        GROUP BY month
    ),
    working_at AS
    (
        SELECT month, countIf(working) AS chargers
        FROM
        (
            SELECT months.month AS month, told.subject AS subject, argMax(told.works, (told.at, told.version)) AS working
            FROM months
            CROSS JOIN told
            WHERE told.at < months.ends
            GROUP BY month, subject
        )
        GROUP BY month
    ),
    reported_in AS
    (
        SELECT toStartOfMonth(toTimeZone(reported_at, {zone:String})) AS month, count() AS reports
        FROM cases
        WHERE has({categories:Array(String)}, category) AND isNull(cancelled_at) AND reported_at < until
        GROUP BY month
    )
SELECT months.month AS month, reported_in.reports AS reports, opened_in.chargers AS opened, working_at.chargers AS working
FROM months
LEFT JOIN reported_in ON reported_in.month = months.month
LEFT JOIN opened_in ON opened_in.month = months.month
LEFT JOIN working_at ON working_at.month = months.month
ORDER BY month
