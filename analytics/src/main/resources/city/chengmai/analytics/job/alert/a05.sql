-- Cases that no unit feels responsible for: returned by several units, or sent to another unit after the first.
WITH
    steps AS
    (
        SELECT
            subject,
            arraySort(groupArrayIf((occurred_at, unit), type = 'cn.grid.case.returned')) AS returned,
            arraySort(groupArrayIf((occurred_at, unit), type = 'cn.grid.case.dispatched')) AS sent
        FROM
        (
            SELECT subject, toString(type) AS type, occurred_at, JSONExtractString(data, 'unit') AS unit
            FROM events FINAL
            WHERE type IN ('cn.grid.case.returned', 'cn.grid.case.dispatched') AND occurred_at < {until:DateTime64(3, 'UTC')}
        )
        WHERE unit != ''
        GROUP BY subject
    ),
    -- for each unit when it came in first
    units AS
    (
        SELECT
            subject,
            arraySort(e -> e.1, arrayReverseSort(arrayMap(u -> (arrayMin(e -> e.1, arrayFilter(e -> e.2 = u, returned)), u), arrayDistinct(arrayMap(e -> e.2, returned))))) AS returners,
            arraySort(e -> e.1, arrayMap(u -> (arrayMin(e -> e.1, arrayFilter(e -> e.2 = u, sent)), u), arrayDistinct(arrayMap(e -> e.2, sent)))) AS receivers
        FROM steps
        WHERE length(arrayDistinct(arrayMap(e -> e.2, returned))) >= {units:Float64}
            OR length(arrayDistinct(arrayMap(e -> e.2, sent))) >= {units:Float64}
    )
SELECT
    units.subject AS finding,
    if(length(returners) >= {units:Float64} OR length(receivers) > {units:Float64}, 'warning', 'notice') AS severity,
    toString(c.grid) AS area,
    toString(c.category) AS category,
    units.subject AS subject,
    c.reported_at AS period_start,
    known_at AS period_end,
    arrayMin(arrayConcat(
        if(length(returners) >= {units:Float64}, [returners[toUInt32({units:Float64})].1], []),
        if(length(receivers) >= {units:Float64}, [receivers[toUInt32({units:Float64})].1], []))) AS known_at,
    ifNull(c.closed_at, c.cancelled_at) AS over_at,
    toFloat64(length(arrayDistinct(arrayConcat(arrayMap(e -> e.2, returners), arrayMap(e -> e.2, receivers))))) AS observed,
    {units:Float64} AS upper,
    [units.subject] AS evidence,
    1 AS evidence_total,
    c.longitude AS longitude,
    c.latitude AS latitude,
    map('returned-by', arrayStringConcat(arrayMap(e -> e.2, returners), ', '), 'sent-to', arrayStringConcat(arrayMap(e -> e.2, receivers), ', ')) AS details
FROM units
INNER JOIN (SELECT * FROM cases FINAL) AS c ON c.case_id = units.subject
ORDER BY finding
