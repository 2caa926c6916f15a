SELECT category_id, parent_id, name_zh, name_en
FROM categories
ORDER BY position, category_id
