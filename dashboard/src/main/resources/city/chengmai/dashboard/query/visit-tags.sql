-- Issues that came up in a time by tag (三最): hardest, dearest, hoped for; untagged ones have an empty tag.
SELECT tag, count() AS issues, countIf(solved_on_spot = 1) AS on_spot
FROM visit_issues
WHERE raised_at >= {from:DateTime64(3, 'UTC')} AND raised_at < {until:DateTime64(3, 'UTC')}
GROUP BY tag
ORDER BY indexOf(['hardest', 'dearest', 'hoped-for'], toString(tag)) = 0, indexOf(['hardest', 'dearest', 'hoped-for'], toString(tag)), tag
