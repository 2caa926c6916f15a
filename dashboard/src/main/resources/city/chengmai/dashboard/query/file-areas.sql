-- Every drawing of an area, newest first.
SELECT area_id, name_zh, name_en, grid_type, community_form, residents, enterprises, square_kilometres, valid_from,
       valid_to
FROM areas
WHERE area_id = {area:String}
ORDER BY valid_from DESC
