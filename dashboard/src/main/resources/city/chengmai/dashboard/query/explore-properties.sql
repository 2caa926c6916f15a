    toTimeZone(reported_at, {zone:String}) AS local,
    map(
        'grid', toString(grid),
        'grid-type', transform(toString(grid), {grids:Array(String)}, {types:Array(String)}, ''),
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
