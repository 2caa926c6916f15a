-- Boards of the wall. Editions only grow: a draft, a publication and a revert are each a row that stays as it was written.
CREATE TABLE IF NOT EXISTS wall_boards
(
    board_id    String COMMENT 'part of its address',
    edition     UInt32 COMMENT 'from 1',
    edition_id  String COMMENT 'given by whoever writes it, so that sending it twice counts once',
    based_on    UInt32 COMMENT 'edition that the writer had before the eyes; 0: the one that is shipped, or none',
    state       LowCardinality(String) COMMENT 'draft, published; the latest published one is what walls show',
    text        String COMMENT 'YAML',
    restores    Nullable(UInt32) COMMENT 'published edition that is published anew, 0: the one that is shipped; null: none',
    actor       String COMMENT 'who wrote it, as others see it',
    made_at     DateTime64(3, 'UTC') COMMENT 'real time',
    version     UInt64 COMMENT 'real time in milliseconds; of two editions of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (board_id, edition, edition_id)
COMMENT 'boards of the wall (大屏版面), edition by edition';
