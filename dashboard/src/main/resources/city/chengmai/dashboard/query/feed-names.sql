SELECT feed_id, name_zh, name_en
FROM feeds
WHERE declared = 1
ORDER BY position, feed_id
