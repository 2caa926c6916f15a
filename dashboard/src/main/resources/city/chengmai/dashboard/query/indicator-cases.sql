-- The cases that cost a grid points in one indicator over its window; for a context indicator the
-- ones it counts.
SELECT case_id, category, level, grid, address, description, unit, stage, reported_at, due_at,
       suspended, returns, reopenings
FROM cases
WHERE grid = {grid:String}
    AND multiIf(
        {indicator:String} = 'M01', accepted_at >= {start:DateTime64(3, 'UTC')} AND filed_at IS NULL,
        {indicator:String} = 'M02', due_at >= {start:DateTime64(3, 'UTC')} AND due_at < {now:DateTime64(3, 'UTC')}
            AND ifNull(ifNull(disposed_at, closed_at), {now:DateTime64(3, 'UTC')}) > due_at,
        {indicator:String} = 'M03', due_at >= {start:DateTime64(3, 'UTC')} AND due_at < {now:DateTime64(3, 'UTC')}
            AND closed_at IS NULL,
        {indicator:String} = 'M04', due_at >= {start:DateTime64(3, 'UTC')} AND due_at < {now:DateTime64(3, 'UTC')}
            AND ifNull(closed_at, {now:DateTime64(3, 'UTC')}) > due_at,
        {indicator:String} = 'M05', reworks > 0 AND updated_at >= {start:DateTime64(3, 'UTC')},
        {indicator:String} = 'O01', filed_at >= {start:DateTime64(3, 'UTC')},
        {indicator:String} = 'O03', closed_at >= {start:DateTime64(3, 'UTC')}
            AND filed_at < assumeNotNull(closed_at) - INTERVAL 3 DAY,
        {indicator:String} = 'O04', ifNull(closed_at, cancelled_at) IS NULL AND suspended = 0
            AND due_at < {now:DateTime64(3, 'UTC')},
        0)
ORDER BY due_at, case_id
LIMIT {limit:UInt32}
