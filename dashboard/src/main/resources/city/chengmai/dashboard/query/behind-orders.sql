-- The hotline orders that cost a grid points in one indicator over its window, by the same rules as
-- the rates of analytics. The contact is due at the same time on the next working day.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toTimeZone(received_at, {zone:String}) AS received,
    addDays(received, transform(toInt32(toDate(received)),
        {days:Array(Int32)}, {steps:Array(Int32)}, toInt32(1))) AS contact_due
SELECT order_id, category, case_id, received_at, due_at, first_contacted_at, replied_at, outcome,
       satisfaction
FROM hotline_orders
WHERE grid IN {grids:Array(String)}
    AND multiIf(
        {indicator:String} = 'S01', contact_needed = 1 AND received_at >= since AND received_at < until
            AND (ifNull(first_contacted_at < until, 0) OR contact_due < until)
            AND NOT ifNull(first_contacted_at <= contact_due, 0),
        {indicator:String} = 'S02', due_at >= since AND due_at < until AND NOT ifNull(replied_at <= due_at, 0),
        {indicator:String} = 'S03', replied_at >= since AND replied_at < until AND outcome = 'explained',
        {indicator:String} = 'S04', called_back_at >= since AND called_back_at < until AND answered = 1
            AND satisfaction IN ('fairly', 'dissatisfied'),
        {indicator:String} IN ('M08', 'O02'), received_at >= since AND received_at < until,
        0)
ORDER BY received_at, order_id
LIMIT {limit:UInt32}
