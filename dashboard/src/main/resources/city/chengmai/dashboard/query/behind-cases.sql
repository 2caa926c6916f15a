-- The cases that cost a grid points in one indicator over its window, by the same rules as the rates
-- of analytics; for a context indicator the ones it counts.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    coalesce(disposed_at, closed_at) AS finished,
    ifNull(cancelled_at < until, 0) AS cancelled,
    ifNull(filed_at < until, 0) AND NOT cancelled AND suspended = 0 AS live,
    -- A case should be closed while its finished handling or its passed due time lies in the window.
    live AND (ifNull(finished >= since AND finished < until, 0) OR ifNull(due_at >= since AND due_at < until, 0)) AS should_close,
    NOT cancelled AND ifNull(filed_at >= since AND filed_at < until, 0) AS counted
SELECT case_id, category, level, grid, address, description, unit, stage, reported_at, due_at,
       suspended, returns, reopenings
FROM cases
WHERE (grid IN {grids:Array(String)} OR overlay_grid IN {grids:Array(String)})
    AND multiIf(
        {indicator:String} = 'M01', accepted_at >= since AND accepted_at < until AND NOT ifNull(filed_at < until, 0),
        {indicator:String} = 'M02', should_close AND isNotNull(due_at)
            AND NOT ifNull(finished <= due_at AND finished < until, 0),
        {indicator:String} = 'M03', should_close AND NOT ifNull(closed_at < until, 0),
        {indicator:String} = 'M04', should_close AND isNotNull(due_at)
            AND NOT ifNull(closed_at <= due_at AND closed_at < until, 0),
        {indicator:String} = 'M05', should_close AND reworks > 0,
        {indicator:String} = 'M06', counted AND extensions + suspensions > 0,
        {indicator:String} = 'M07', counted AND channel NOT IN ('patrol', 'sensor', 'model', 'visit'),
        {indicator:String} = 'M11', level = 'difficult' AND NOT cancelled AND accepted_at >= since AND accepted_at < until
            AND NOT ifNull(closed_at < until, 0),
        {indicator:String} = 'O01', counted,
        {indicator:String} = 'O03', closed_at >= since AND closed_at < until AND isNull(cancelled_at)
            AND filed_at < assumeNotNull(closed_at) - INTERVAL 3 DAY,
        {indicator:String} = 'O04', live AND NOT ifNull(closed_at < until, 0) AND filed_at < until
            AND due_at < until,
        0)
ORDER BY due_at, case_id
LIMIT {limit:UInt32}
