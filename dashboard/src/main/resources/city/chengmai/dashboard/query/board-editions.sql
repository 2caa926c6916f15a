-- Editions of a board, latest first. Of two of one number the one written first holds.
SELECT board_id, edition, edition_id, state, text, restores, actor, made_at
FROM wall_boards
WHERE board_id = {board:String}
ORDER BY edition DESC, version, edition_id
LIMIT 1 BY edition
