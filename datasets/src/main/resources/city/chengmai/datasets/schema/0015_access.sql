-- Who may do what: accounts, sessions and screens of the dashboard, and what was done under which name. Only the
-- writing user reads the first three: see its grants.
CREATE TABLE IF NOT EXISTS accounts
(
    account        String COMMENT 'name typed at sign-in, in lower case',
    display_name   String COMMENT 'person or post that others see',
    role           LowCardinality(String) COMMENT 'leader, analyst, operator, admin, auditor',
    area_id        LowCardinality(String) COMMENT 'area that a leader sees, with all below it; empty: the city',
    password_hash  String COMMENT 'Argon2id in PHC form; empty: signs in elsewhere',
    disabled       UInt8,
    sessions_from  DateTime64(3, 'UTC') COMMENT 'sessions begun earlier are over; real time',
    changed_by     String,
    changed_at     DateTime64(3, 'UTC') COMMENT 'real time',
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (account)
COMMENT 'who may sign in (账号)';

CREATE TABLE IF NOT EXISTS sessions
(
    session_id  String COMMENT 'SHA-256 of the token that the browser holds',
    account     SimpleAggregateFunction(anyLast, String),
    began_at    SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'real time',
    seen_at     SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'last request, about a minute exact',
    ended       SimpleAggregateFunction(max, UInt8) COMMENT '1: signed out; nothing opens it again'
)
ENGINE = AggregatingMergeTree
ORDER BY (session_id)
TTL toDateTime(seen_at) + INTERVAL 60 DAY
COMMENT 'sessions of the pages (会话), valid on every dashboard of the city';

CREATE TABLE IF NOT EXISTS screens
(
    screen_id   String,
    name        String COMMENT 'where it hangs',
    board       LowCardinality(String) COMMENT 'the one page that it may show',
    token_hash  String COMMENT 'SHA-256 of its token',
    revoked     UInt8,
    changed_by  String,
    changed_at  DateTime64(3, 'UTC') COMMENT 'real time',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (screen_id)
COMMENT 'screens on walls (大屏终端) with their tokens';

CREATE TABLE IF NOT EXISTS audit_log
(
    happened_at  DateTime64(3, 'UTC') COMMENT 'real time',
    entry_id     String COMMENT 'made once: rows that are equal are one entry written twice, rows that are not tell of a forgery',
    account      String COMMENT 'who; of a refused sign-in the name that was typed; empty: nobody, or sign-in is off',
    role         LowCardinality(String) COMMENT 'as which role; local: sign-in is off',
    address      String COMMENT 'from where',
    kind         LowCardinality(String) COMMENT 'sign-in, sign-out, page, query, export, alert-action, threshold-decision, model-hit, suggestion, account, password, screen',
    outcome      LowCardinality(String) COMMENT 'done or refused',
    target       String COMMENT 'on what: page, alert, proposal, account, screen, run',
    detail       String COMMENT 'what, in the words of the protocol: statement, action, reason'
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(happened_at)
ORDER BY (happened_at, entry_id)
COMMENT 'who did what, when and from where (审计日志); nobody but the administrator of the store may change or delete';
