-- Callers who called about one kind of matter on several days of the window, most of it without a solution.
SELECT
    concat(caller_hash, '|', category) AS finding,
    argMax(toString(grid), received_at) AS area,
    caller_hash AS subject,
    'caller' AS subject_kind,
    least(1, 0.4 + 0.08 * uniqExact(toDate(received_at, {zone:String}))) AS score,
    arraySort(groupArray(order_id)) AS evidence,
    map('category', toString(category), 'orders', toString(count()), 'unsolved', toString(countIf(outcome != 'solved')),
        'days', toString(uniqExact(toDate(received_at, {zone:String})))) AS details
FROM hotline_orders FINAL
WHERE caller_hash != '' AND received_at < {until:DateTime64(3, 'UTC')}
    AND received_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64}))
GROUP BY caller_hash, category
HAVING uniqExact(toDate(received_at, {zone:String})) >= {days:Float64}
    AND countIf(outcome != 'solved') > {unsolved_share:Float64} * count()
ORDER BY finding
