-- Figures of an area in a time, from cases and orders themselves: each counted once however long the time.
SELECT
    (SELECT count() FROM cases
     WHERE reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))) AS reported,
    (SELECT count() FROM cases
     WHERE closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')}
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))) AS closed,
    (SELECT countIf(closed_at <= due_at) FROM cases
     WHERE closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')} AND due_at IS NOT NULL
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))) AS closed_in_time,
    (SELECT count() FROM cases
     WHERE closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')} AND due_at IS NOT NULL
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))) AS closed_with_due,
    (SELECT if(count() = 0, NULL, quantileExactInclusive(0.5)(dateDiff('millisecond', filed_at, closed_at) / 3600000)) FROM cases
     WHERE closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')} AND closed_at >= filed_at AND cancelled_at IS NULL
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))) AS median_hours,
    (SELECT count() FROM hotline_orders
     WHERE received_at >= {from:DateTime64(3, 'UTC')} AND received_at < {until:DateTime64(3, 'UTC')}
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid))) AS orders,
    (SELECT countIf(satisfaction = 'satisfied') FROM hotline_orders
     WHERE called_back_at >= {from:DateTime64(3, 'UTC')} AND called_back_at < {until:DateTime64(3, 'UTC')} AND answered = 1
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid))) AS satisfied,
    (SELECT count() FROM hotline_orders
     WHERE called_back_at >= {from:DateTime64(3, 'UTC')} AND called_back_at < {until:DateTime64(3, 'UTC')} AND answered = 1
         AND ({everywhere:UInt8} = 1 OR has({grids:Array(String)}, grid))) AS answered
