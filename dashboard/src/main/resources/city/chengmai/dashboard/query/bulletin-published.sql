-- Editions of bulletins that were given out since a moment. Of two of one number the one written first holds.
SELECT bulletin_id, edition, held.1 AS made_at
FROM
(
    SELECT bulletin_id, edition, argMin((made_at, state), (version, edition_id)) AS held
    FROM bulletins
    GROUP BY bulletin_id, edition
)
WHERE held.2 = 'published' AND held.1 >= {since:DateTime64(3, 'UTC')}
ORDER BY made_at, bulletin_id, edition
