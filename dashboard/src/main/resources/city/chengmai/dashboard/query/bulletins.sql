-- The latest edition of each bulletin, latest period first; of one kind and one state when they are named.
SELECT *
FROM
(
    SELECT bulletin_id, kind, first_day, end_day, edition, state, actor, published, data_as_of, made_at
    FROM bulletins
    ORDER BY bulletin_id, edition DESC, version, edition_id
    LIMIT 1 BY bulletin_id
)
WHERE ({kind:String} = '' OR kind = {kind:String}) AND ({state:String} = '' OR state = {state:String})
ORDER BY end_day DESC, first_day, bulletin_id
LIMIT 500
