-- Areas as drawn on a day, in display order.
SELECT area_id, parent_id, level, grid_type, overlay, name_zh, name_en, community_form,
       residents, enterprises, square_kilometres, boundary
FROM areas
WHERE valid_from <= {day:Date} AND (valid_to IS NULL OR valid_to > {day:Date})
ORDER BY position, area_id
