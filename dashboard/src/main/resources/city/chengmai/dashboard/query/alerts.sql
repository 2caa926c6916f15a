-- Alerts that stand open, newest and gravest first; of one area when it is named. The overdue cases of a grid are one
-- line, told by the latest of them: a hundred lines would hide everything else.
WITH standing AS
(
    SELECT *, evidence[1] AS subject, rule = 'A01' AS many
    FROM alerts
    WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
        AND ({area:String} = '' OR area_id = {area:String})
)
SELECT * EXCEPT (log10_p) FROM
(
    SELECT alert_id, rule, severity, area_id, category, period_start, period_end, observed, expected, upper, log10_p,
           evidence_total, subject, state, raised_at, data_as_of
    FROM standing WHERE NOT many
    UNION ALL
    SELECT argMax(alert_id, raised_at), rule, if(max(severity = 'alarm'), 'alarm', 'warning'), area_id,
           if(count() = 1, any(category), ''), argMax(period_start, raised_at), argMax(period_end, raised_at),
           argMax(observed, raised_at), NULL, argMax(upper, raised_at), NULL, count(), argMax(subject, raised_at),
           'open', max(raised_at), max(data_as_of)
    FROM standing WHERE many GROUP BY rule, area_id
)
ORDER BY raised_at DESC, indexOf(['alarm', 'warning', 'notice'], severity), log10_p, alert_id
LIMIT {limit:UInt32}
