-- Posts of each grid as the roster (值班表) stands at the end of a time, with the staff that they tell, and the turns of duty that were held in
-- the time. Shares of presence are of turns that tell both numbers.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    posts AS
    (
        SELECT toString(grid) AS area, attributes['shift'] AS shift, toUInt64OrNull(attributes['staff']) AS people
        FROM registry
        WHERE attributes['kind'] = 'grid-post' AND grid != '' AND ifNull(valid_from < until, 1) AND ifNull(valid_to >= until, 1)
    ),
    rostered AS
    (
        SELECT area, count() AS posts, countIf(isNull(people)) AS untold, sum(ifNull(people, 0)) AS staff,
               sumIf(ifNull(people, 0), shift = 'day') AS day, sumIf(ifNull(people, 0), shift = 'evening') AS evening,
               sumIf(ifNull(people, 0), shift = 'night') AS night
        FROM posts
        GROUP BY area
    ),
    turns AS
    (
        SELECT toString(grid) AS area, toUInt64OrNull(attributes['present']) AS came, toUInt64OrNull(attributes['rostered']) AS called
        FROM services
        WHERE kind = 'duty-shift' AND grid != '' AND held_at >= since AND held_at < until
    ),
    held AS
    (
        SELECT area, count() AS shifts, sumIf(ifNull(came, 0), isNotNull(came) AND isNotNull(called)) AS present,
               sumIf(ifNull(called, 0), isNotNull(came) AND isNotNull(called)) AS called_up
        FROM turns
        GROUP BY area
    )
SELECT if(rostered.area = '', held.area, rostered.area) AS grid, rostered.posts AS posts, rostered.untold AS untold, rostered.staff AS staff,
       rostered.day AS day, rostered.evening AS evening, rostered.night AS night, held.shifts AS shifts, held.present AS present,
       held.called_up AS called_up
FROM rostered
FULL JOIN held ON held.area = rostered.area
ORDER BY grid
