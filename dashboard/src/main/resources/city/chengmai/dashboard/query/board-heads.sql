-- The latest published edition of each board, and the draft that is later, if there is one.
SELECT board_id, edition, edition_id, state, text, restores, actor, made_at
FROM
(
    SELECT *
    FROM wall_boards
    ORDER BY board_id, edition DESC, version, edition_id
    LIMIT 1 BY board_id, edition
)
ORDER BY board_id, edition DESC
LIMIT 1 BY board_id, state
