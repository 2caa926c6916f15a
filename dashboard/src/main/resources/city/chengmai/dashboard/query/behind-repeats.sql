-- Hotline orders of the window that repeat an earlier one: of the same caller, or of the same category at the same place.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toInt64(86400 * transform('days', {names:Array(String)}, {numbers:Array(Float64)}, 0.)) AS seconds,
    transform('metres', {names:Array(String)}, {numbers:Array(Float64)}, 0.) AS metres,
    recent AS
    (
        SELECT * FROM hotline_orders WHERE received_at >= addSeconds(since, -seconds) AND received_at < until
    )
SELECT order_id, category, case_id, received_at, due_at, first_contacted_at, replied_at, outcome,
       satisfaction
FROM hotline_orders
WHERE grid IN {grids:Array(String)} AND received_at >= since AND received_at < until
    AND (order_id IN
    (
        SELECT later.order_id
        FROM recent AS later
        INNER JOIN recent AS earlier ON earlier.caller_hash = later.caller_hash
        WHERE later.grid IN {grids:Array(String)} AND later.caller_hash != ''
            AND later.received_at >= since AND later.received_at < until
            AND earlier.received_at < later.received_at AND earlier.received_at >= addSeconds(later.received_at, -seconds)
    )
    OR order_id IN
    (
        SELECT later.order_id
        FROM recent AS later
        INNER JOIN recent AS earlier ON earlier.category = later.category
        WHERE later.grid IN {grids:Array(String)} AND later.category != ''
            AND later.received_at >= since AND later.received_at < until
            AND earlier.received_at < later.received_at AND earlier.received_at >= addSeconds(later.received_at, -seconds)
            AND later.longitude IS NOT NULL AND later.latitude IS NOT NULL
            AND earlier.longitude IS NOT NULL AND earlier.latitude IS NOT NULL
            AND greatCircleDistance(assumeNotNull(earlier.longitude), assumeNotNull(earlier.latitude),
                assumeNotNull(later.longitude), assumeNotNull(later.latitude)) <= metres
    ))
ORDER BY received_at, order_id
LIMIT {limit:UInt32}
