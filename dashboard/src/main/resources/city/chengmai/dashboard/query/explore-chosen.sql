-- Included: cases reported in some grids in a time, with their properties, of which some were chosen.
WITH chosen AS
(
    WITH toTimeZone(reported_at, {zone:String}) AS local
    SELECT
        *,
        map(
            'grid', toString(grid),
            'grid-type', transform(toString(grid), {base_grids:Array(String)}, {types:Array(String)}, ''),
            'category', toString(category),
            'channel', toString(channel),
            'level', toString(level),
            'unit', toString(unit),
            'stage', toString(stage),
            'day', toString(toDate(local)),
            'week', toString(toMonday(local)),
            'month', toString(toStartOfMonth(local)),
            'weekday', toString(toDayOfWeek(local)),
            'hour', leftPad(toString(toHour(local)), 2, '0')) AS properties
    FROM cases
    WHERE reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}
        AND ({everywhere:Bool} OR has({grids:Array(String)}, toString(grid)) OR has({grids:Array(String)}, toString(overlay_grid)))
        AND arrayAll((name, value) -> properties[name] = value, {names:Array(String)}, {values:Array(String)})
)
