-- The current state of each case, one row a case. Written by ingest's sink.
CREATE TABLE IF NOT EXISTS cases
(
    case_id          String,
    source           LowCardinality(String) COMMENT 'feed of the report',
    channel          LowCardinality(String) COMMENT 'patrol, hotline, app, sensor, model, enterprise, visit, other',
    category         LowCardinality(String) COMMENT 'leaf category id',
    kind             LowCardinality(String) COMMENT 'component (部件) or event (事件)',
    level            LowCardinality(String) COMMENT 'simple, comprehensive, difficult; empty when unknown',
    grid             LowCardinality(String) COMMENT 'base grid, empty when not located',
    overlay_grid     LowCardinality(String),
    longitude        Nullable(Float64)      COMMENT 'WGS 84',
    latitude         Nullable(Float64)      COMMENT 'WGS 84',
    address          String                 COMMENT 'masked',
    description      String                 COMMENT 'masked',
    unit             LowCardinality(String) COMMENT 'responsible unit of the last dispatch',
    stage            LowCardinality(String) COMMENT 'current stage, see CaseStage',
    reported_at      DateTime64(3, 'UTC'),
    verified_at      Nullable(DateTime64(3, 'UTC')),
    accepted_at      Nullable(DateTime64(3, 'UTC')),
    filed_at         Nullable(DateTime64(3, 'UTC')),
    due_at           Nullable(DateTime64(3, 'UTC')),
    dispatched_at    Nullable(DateTime64(3, 'UTC')),
    disposed_at      Nullable(DateTime64(3, 'UTC')) COMMENT 'last time the unit reported it fixed',
    checked_at       Nullable(DateTime64(3, 'UTC')),
    closed_at        Nullable(DateTime64(3, 'UTC')),
    cancelled_at     Nullable(DateTime64(3, 'UTC')),
    suspended        UInt8  COMMENT '1 while suspended (挂账)',
    extensions       UInt16 COMMENT 'times extended (延期)',
    suspensions      UInt16 COMMENT 'times suspended',
    returns          UInt16 COMMENT 'times returned by a unit (回退)',
    reworks          UInt16 COMMENT 'times sent back to the same unit after a failed check (返工)',
    reopenings       UInt16 COMMENT 'times re-opened',
    order_id         String COMMENT 'hotline order behind the case, empty when none',
    site_id          String COMMENT 'construction site, empty when none',
    updated_at       DateTime64(3, 'UTC') COMMENT 'event time of the latest event folded in',
    recorded_at      DateTime64(3, 'UTC') COMMENT 'ingest time of that event',
    version          UInt64 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (case_id)
COMMENT 'cases, current state (案件)';

CREATE TABLE IF NOT EXISTS hotline_orders
(
    order_id           String,
    source             LowCardinality(String),
    category           LowCardinality(String),
    demander_type      LowCardinality(String) COMMENT 'visitor, resident, merchant, emergency, enterprise',
    grid               LowCardinality(String),
    longitude          Nullable(Float64),
    latitude           Nullable(Float64),
    caller_hash        String COMMENT 'keyed hash, never a phone',
    case_id            String COMMENT 'case opened from the order, empty when none',
    received_at        DateTime64(3, 'UTC'),
    contact_needed     UInt8,
    first_contacted_at Nullable(DateTime64(3, 'UTC')) COMMENT '先行联系',
    due_at             Nullable(DateTime64(3, 'UTC')),
    replied_at         Nullable(DateTime64(3, 'UTC')),
    outcome            LowCardinality(String) COMMENT 'solved (实际解决), explained (解释说明), empty while open',
    called_back_at     Nullable(DateTime64(3, 'UTC')),
    answered           UInt8 COMMENT '1 when the call-back was answered',
    satisfaction       LowCardinality(String) COMMENT 'satisfied, fairly, dissatisfied, empty when not answered',
    updated_at         DateTime64(3, 'UTC'),
    recorded_at        DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (order_id)
COMMENT '12345 hotline orders, current state (工单)';
