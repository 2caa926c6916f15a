-- Counts of now and of the same moment a day before. In a recorded city some cases close after its
-- now: those stand open.
SELECT
    countIf(reported_at >= {start:DateTime64(3, 'UTC')} AND reported_at < {now:DateTime64(3, 'UTC')}) AS reported,
    countIf(reported_at >= {previous_start:DateTime64(3, 'UTC')} AND reported_at < {previous:DateTime64(3, 'UTC')}) AS reported_before,
    countIf(open_now) AS open,
    countIf(open_then) AS open_before,
    countIf(open_now AND suspended = 0 AND due_at < {now:DateTime64(3, 'UTC')}) AS overdue,
    countIf(open_then AND suspended = 0 AND due_at < {previous:DateTime64(3, 'UTC')}) AS overdue_before
FROM
(
    SELECT
        reported_at,
        due_at,
        suspended,
        reported_at < {now:DateTime64(3, 'UTC')}
            AND (coalesce(closed_at, cancelled_at) IS NULL
                OR coalesce(closed_at, cancelled_at) >= {now:DateTime64(3, 'UTC')}) AS open_now,
        reported_at < {previous:DateTime64(3, 'UTC')}
            AND ifNull(ifNull(closed_at, cancelled_at), {now:DateTime64(3, 'UTC')}) >= {previous:DateTime64(3, 'UTC')} AS open_then
    FROM cases
)
