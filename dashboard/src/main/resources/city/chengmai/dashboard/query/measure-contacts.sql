-- Visits of a time with the issues that they brought up, and what enterprises asked for in it, as it stood at the end.
WITH
    held AS
    (
        SELECT visit_id, target_type, revisits > 0 AND revisited_at < {until:DateTime64(3, 'UTC')} AS returned
        FROM visits
        WHERE held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
    ),
    asked AS
    (
        SELECT ifNull(closed_at < {until:DateTime64(3, 'UTC')}, 0) AS ended, outcome
        FROM appeals
        WHERE raised_at >= {from:DateTime64(3, 'UTC')} AND raised_at < {until:DateTime64(3, 'UTC')}
    )
SELECT
    (SELECT count() FROM held) AS visits,
    (SELECT countIf(returned) FROM held) AS returned,
    (SELECT count() FROM visit_issues
     WHERE raised_at < {until:DateTime64(3, 'UTC')} AND visit_id IN (SELECT visit_id FROM held)) AS issues,
    (SELECT countIf(solved_on_spot = 1) FROM visit_issues
     WHERE raised_at < {until:DateTime64(3, 'UTC')} AND visit_id IN (SELECT visit_id FROM held)) AS on_spot,
    (SELECT countIf(target_type IN ('enterprise', 'shop')) FROM held) AS contacts,
    (SELECT count() FROM asked) AS appeals,
    (SELECT countIf(ended AND outcome = 'solved') FROM asked) AS solved,
    (SELECT countIf(NOT ended) FROM asked) AS open
