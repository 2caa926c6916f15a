-- Queries that analysts keep, comment and publish. Editions only grow: every one stays as it was written.
CREATE TABLE IF NOT EXISTS saved_queries
(
    query_id    String,
    edition     UInt32 COMMENT 'from 1',
    edition_id  String COMMENT 'given by whoever writes it, so that sending it twice counts once',
    based_on    UInt32 COMMENT 'edition that the writer had before the eyes; 0 for the first',
    name        String,
    folder      String COMMENT 'where it is listed; empty: at the top',
    note        String COMMENT 'what it answers',
    statement   String,
    parameters  Map(String, String) COMMENT 'values of its placeholders that are offered',
    shared      UInt8 COMMENT '1: all analysts see and edit it; 0: its owner alone',
    withdrawn   UInt8 COMMENT '1: no longer listed; a later edition brings it back',
    owner       String COMMENT 'account that made it; empty: made while sign-in was off',
    actor       String COMMENT 'who wrote this edition, as others see it',
    made_at     DateTime64(3, 'UTC') COMMENT 'real time',
    version     UInt64 COMMENT 'real time in milliseconds; of two editions of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (query_id, edition, edition_id)
COMMENT 'statements of the desk that were kept, edition by edition (常用查询)';

CREATE TABLE IF NOT EXISTS query_remarks
(
    query_id   String,
    remark_id  String COMMENT 'made once, so that writing it twice counts once',
    edition    UInt32 COMMENT 'edition that it is about',
    actor      String,
    remark     String,
    made_at    DateTime64(3, 'UTC') COMMENT 'real time'
)
ENGINE = ReplacingMergeTree
ORDER BY (query_id, made_at, remark_id)
COMMENT 'what analysts say about kept statements';

CREATE TABLE IF NOT EXISTS query_endpoints
(
    endpoint_id  String,
    query_id     String,
    edition      UInt32 COMMENT 'the edition that is answered: a later one changes nothing',
    name         String COMMENT 'who or what uses it',
    token_hash   String COMMENT 'SHA-256 of its token',
    revoked      UInt8,
    changed_by   String,
    changed_at   DateTime64(3, 'UTC') COMMENT 'real time',
    version      UInt64 COMMENT '1: made, 2: revoked'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (endpoint_id)
COMMENT 'kept statements that other systems may ask for with a token (查询接口)';
