-- One edition of a bulletin, 0 for the latest. Of two of one number the one written first holds.
SELECT bulletin_id, edition, edition_id, based_on, state, actor, opening, notes, figures, changes, published,
    data_as_of, made_at
FROM bulletins
WHERE bulletin_id = {bulletin:String} AND ({edition:UInt32} = 0 OR edition = {edition:UInt32})
ORDER BY edition DESC, version, edition_id
LIMIT 1
