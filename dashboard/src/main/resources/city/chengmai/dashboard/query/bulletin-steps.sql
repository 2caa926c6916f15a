-- All steps of a bulletin, latest first. Of two of one number the one written first holds.
SELECT edition, edition_id, state, actor, made_at,
    row_number() OVER (PARTITION BY edition ORDER BY version, edition_id) = 1 AS holds
FROM bulletins
WHERE bulletin_id = {bulletin:String}
ORDER BY edition DESC, version DESC, edition_id
