-- The hotline orders that cost a grid points in one indicator over its window.
SELECT order_id, category, case_id, received_at, due_at, first_contacted_at, replied_at, outcome,
       satisfaction
FROM hotline_orders
WHERE grid = {grid:String} AND received_at >= {start:DateTime64(3, 'UTC')} - INTERVAL 30 DAY
    AND multiIf(
        {indicator:String} = 'S01', contact_needed = 1 AND received_at >= {start:DateTime64(3, 'UTC')}
            AND ifNull(first_contacted_at, {now:DateTime64(3, 'UTC')}) > received_at + INTERVAL 1 DAY,
        {indicator:String} = 'S02', due_at >= {start:DateTime64(3, 'UTC')} AND due_at < {now:DateTime64(3, 'UTC')}
            AND ifNull(replied_at, {now:DateTime64(3, 'UTC')}) > due_at,
        {indicator:String} = 'S03', replied_at >= {start:DateTime64(3, 'UTC')} AND outcome = 'explained',
        {indicator:String} = 'S04', called_back_at >= {start:DateTime64(3, 'UTC')} AND satisfaction != 'satisfied'
            AND answered = 1,
        0)
ORDER BY received_at, order_id
LIMIT {limit:UInt32}
