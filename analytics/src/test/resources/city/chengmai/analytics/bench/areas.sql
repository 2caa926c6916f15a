-- A city of 4 districts, 16 sub-districts and 200 street grids.
INSERT INTO areas (area_id, parent_id, level, grid_type, overlay, name_zh, name_en, community_form, residents, enterprises, square_kilometres, boundary, valid_from, valid_to, position, version)
SELECT id, parent, level, type, 0, id, id, '', 2500, 40, 0.5, '', '2024-01-01', NULL, 0, 1
FROM
(
    SELECT 'city' AS id, '' AS parent, 'city' AS level, '' AS type
    UNION ALL SELECT concat('d', toString(number)), 'city', 'district', '' FROM numbers(4)
    UNION ALL SELECT concat('s', toString(number)), concat('d', toString(number % 4)), 'sub-district', '' FROM numbers(16)
    UNION ALL SELECT concat('g', toString(number)), concat('s', toString(number % 16)), 'grid', 'street-front' FROM numbers(200)
)
