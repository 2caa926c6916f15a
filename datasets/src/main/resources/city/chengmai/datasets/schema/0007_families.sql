-- The families beside cases, orders, patrols and devices: one row an entity, folded from its events.
-- A moment is null and a word empty until an event tells it, whatever the order they come in. Written by ingest's sink.
CREATE TABLE IF NOT EXISTS site_complaints
(
    complaint_id          String,
    source                LowCardinality(String)         COMMENT 'feed of the first event',
    site_id               LowCardinality(String)         COMMENT 'construction site',
    category              LowCardinality(String)         COMMENT 'category id',
    grid                  LowCardinality(String)         COMMENT 'base grid, empty when not located',
    overlay_grid          LowCardinality(String)         COMMENT 'overlay grid (construction site), never counted in totals',
    longitude             Nullable(Float64)              COMMENT 'WGS 84',
    latitude              Nullable(Float64)              COMMENT 'WGS 84',
    address               String                         COMMENT 'masked',
    description           String                         COMMENT 'masked',
    caller_hash           String                         COMMENT 'keyed hash, never a phone',
    permitted_from        LowCardinality(String)         COMMENT 'loud work is permitted from, HH:MM in the city zone',
    permitted_until       LowCardinality(String)         COMMENT 'loud work is permitted until, HH:MM in the city zone',
    heard_at              Nullable(DateTime64(3, 'UTC')) COMMENT 'when the loud work was heard',
    order_id              String                         COMMENT 'hotline order behind it, empty when none',
    case_id               String                         COMMENT 'case opened for it, empty when none',
    negotiation_needed    Nullable(UInt8)                COMMENT '1 when a three-party negotiation must follow',
    received_at           Nullable(DateTime64(3, 'UTC')) COMMENT 'both clocks start here; null when only later events came',
    verified_at           Nullable(DateTime64(3, 'UTC')) COMMENT 'first verification on site, due within 2 hours',
    confirmed             Nullable(UInt8)                COMMENT '1 when the complaint held',
    negotiation_opened_at Nullable(DateTime64(3, 'UTC')) COMMENT 'due within 4 hours',
    parties               Array(String)                  COMMENT 'who took part in the negotiation',
    rectified_at          Nullable(DateTime64(3, 'UTC')),
    outcome               LowCardinality(String)         COMMENT 'solved, partly, unsolved; empty while open',
    stage                 LowCardinality(String)         COMMENT 'received, verified, negotiation-opened, rectified',
    updated_at            DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at           DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version               UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (complaint_id)
COMMENT 'complaints about construction sites (工地投诉), current state';

CREATE TABLE IF NOT EXISTS enforcement_actions
(
    action_id     String,
    source        LowCardinality(String)         COMMENT 'feed of the first event',
    kind          LowCardinality(String)         COMMENT 'notice (责令整改), interview (约谈), inspection (检查)',
    enterprise_id String                         COMMENT 'empty when none',
    site_id       LowCardinality(String)         COMMENT 'construction site, empty when none',
    party         String                         COMMENT 'name of the unit, masked',
    grid          LowCardinality(String)         COMMENT 'base grid, empty when not located',
    overlay_grid  LowCardinality(String)         COMMENT 'overlay grid (construction site), never counted in totals',
    longitude     Nullable(Float64)              COMMENT 'WGS 84',
    latitude      Nullable(Float64)              COMMENT 'WGS 84',
    departments   Array(String)                  COMMENT 'departments that act; two or more is a combined inspection (综合查一次)',
    items         Array(String)                  COMMENT 'what it is about',
    findings      Nullable(UInt64)               COMMENT 'things found wrong',
    planned       Nullable(UInt8)                COMMENT '1 when planned, 0 when triggered',
    peak_hour     Nullable(UInt8)                COMMENT '1 at an hour when the unit is busy',
    case_id       String                         COMMENT 'case behind it, empty when none',
    due_at        Nullable(DateTime64(3, 'UTC')) COMMENT 'until when it must be put right',
    acted_at      Nullable(DateTime64(3, 'UTC')) COMMENT 'when the notice, interview or inspection took place',
    rectified_at  Nullable(DateTime64(3, 'UTC')) COMMENT 'latest check of the rectification',
    rectification LowCardinality(String)         COMMENT 'complete, partial, none; empty while not checked',
    updated_at    DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version       UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (action_id)
COMMENT 'notices, interviews and inspections (执法), current state';

CREATE TABLE IF NOT EXISTS visits
(
    visit_id     String,
    source       LowCardinality(String) COMMENT 'feed of the first event',
    campaign     LowCardinality(String) COMMENT 'campaign it belongs to',
    target_type  LowCardinality(String) COMMENT 'enterprise, household, committee, building, shop, site',
    target_id    String                 COMMENT 'record id of who was visited',
    tier         LowCardinality(String) COMMENT 'district, industry, local',
    grid         LowCardinality(String) COMMENT 'base grid, empty when not located',
    longitude    Nullable(Float64)      COMMENT 'WGS 84',
    latitude     Nullable(Float64)      COMMENT 'WGS 84',
    participants Array(String)          COMMENT 'roles of the visitors',
    minutes      Nullable(UInt64)       COMMENT 'how long',
    held_at      Nullable(DateTime64(3, 'UTC')),
    revisits     UInt16                 COMMENT 'times the visitors came back (回头)',
    revisited_at Nullable(DateTime64(3, 'UTC')),
    reopened     Nullable(UInt64)       COMMENT 'issues that were open again at the last return',
    satisfaction LowCardinality(String) COMMENT 'satisfied, fairly, dissatisfied; empty when not asked',
    updated_at   DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at  DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version      UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (visit_id)
COMMENT 'visits (走访), current state';

CREATE TABLE IF NOT EXISTS visit_issues
(
    issue_id       String,
    source         LowCardinality(String) COMMENT 'feed of the first event',
    visit_id       String                 COMMENT 'visit that brought it up',
    category       LowCardinality(String) COMMENT 'category id',
    tag            LowCardinality(String) COMMENT 'of the three mosts: hardest, dearest, hoped-for',
    description    String                 COMMENT 'masked',
    solved_on_spot Nullable(UInt8)        COMMENT '1 when answered there and then',
    appeal_id      String                 COMMENT 'appeal that it became, empty when none',
    case_id        String                 COMMENT 'case that it became, empty when none',
    grid           LowCardinality(String) COMMENT 'base grid, empty when not located',
    raised_at      Nullable(DateTime64(3, 'UTC')),
    updated_at     DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at    DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version        UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (issue_id)
COMMENT 'issues that visits brought up (走访问题)';

CREATE TABLE IF NOT EXISTS enterprises
(
    enterprise_id String,
    source        LowCardinality(String) COMMENT 'feed of the first event',
    name          String                 COMMENT 'name of the enterprise, masked',
    tier          LowCardinality(String) COMMENT 'key, growing, general',
    trade         LowCardinality(String),
    country       LowCardinality(String) COMMENT 'country of the owner, ISO 3166-1 alpha-2',
    status        LowCardinality(String) COMMENT 'open, moved-out, closed',
    building_id   String                 COMMENT 'building it sits in, empty when none',
    employees     Nullable(UInt64)       COMMENT 'people employed',
    floor_area    Nullable(Float64)      COMMENT 'square metres',
    tax_scale     Nullable(Float64)      COMMENT 'tax of a year in 10,000 yuan',
    app           LowCardinality(String) COMMENT 'app of the latest update',
    address       String                 COMMENT 'masked',
    grid          LowCardinality(String) COMMENT 'base grid, empty when not located',
    longitude     Nullable(Float64)      COMMENT 'WGS 84',
    latitude      Nullable(Float64)      COMMENT 'WGS 84',
    updates       UInt16                 COMMENT 'times updated',
    updated_at    DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version       UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (enterprise_id)
COMMENT 'files of enterprises (一企一档), current state';

CREATE TABLE IF NOT EXISTS appeals
(
    appeal_id     String,
    source        LowCardinality(String)         COMMENT 'feed of the first event',
    enterprise_id String,
    category      LowCardinality(String)         COMMENT 'category id',
    channel       LowCardinality(String)         COMMENT 'app, visit, hotline, desk, other',
    description   String                         COMMENT 'masked',
    visit_id      String                         COMMENT 'visit that brought it up, empty when none',
    unit          LowCardinality(String)         COMMENT 'unit that answers',
    grid          LowCardinality(String)         COMMENT 'base grid, empty when not located',
    raised_at     Nullable(DateTime64(3, 'UTC')),
    due_at        Nullable(DateTime64(3, 'UTC')) COMMENT 'until when',
    dispatches    UInt16                         COMMENT 'times sent to a unit (转办)',
    closed_at     Nullable(DateTime64(3, 'UTC')),
    outcome       LowCardinality(String)         COMMENT 'solved, explained, unsolved; empty while open',
    satisfaction  LowCardinality(String)         COMMENT 'satisfied, fairly, dissatisfied; empty when not asked',
    stage         LowCardinality(String)         COMMENT 'raised, dispatched, closed',
    updated_at    DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version       UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (appeal_id)
COMMENT 'appeals of enterprises (企业诉求), current state';

CREATE TABLE IF NOT EXISTS service_packages
(
    package_id    String,
    source        LowCardinality(String) COMMENT 'feed of the first event',
    enterprise_id String,
    part          LowCardinality(String) COMMENT 'general-policy, individual-policy, appeal-interaction, welcome',
    confirmed     Nullable(UInt8)        COMMENT '1 when receipt was confirmed',
    grid          LowCardinality(String) COMMENT 'base grid, empty when not located',
    delivered_at  Nullable(DateTime64(3, 'UTC')),
    updated_at    DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version       UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (package_id)
COMMENT 'service packages handed over (服务包)';

CREATE TABLE IF NOT EXISTS buildings
(
    building_id   String,
    source        LowCardinality(String) COMMENT 'feed of the first event',
    name          String                 COMMENT 'masked',
    grade         LowCardinality(String),
    tax_class     LowCardinality(String) COMMENT 'below, 100-million, 1-billion, 10-billion',
    floors        Nullable(UInt64)       COMMENT 'storeys',
    lettable_area Nullable(Float64)      COMMENT 'square metres that can be let',
    let_area      Nullable(Float64)      COMMENT 'square metres that are let',
    app           LowCardinality(String) COMMENT 'app of the latest update',
    address       String                 COMMENT 'masked',
    grid          LowCardinality(String) COMMENT 'base grid, empty when not located',
    longitude     Nullable(Float64)      COMMENT 'WGS 84',
    latitude      Nullable(Float64)      COMMENT 'WGS 84',
    updates       UInt16                 COMMENT 'times updated',
    updated_at    DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version       UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (building_id)
COMMENT 'files of buildings (一楼一档), current state';

CREATE TABLE IF NOT EXISTS occupancies
(
    occupancy_id  String,
    source        LowCardinality(String)         COMMENT 'feed of the first event',
    building_id   String,
    enterprise_id String,
    change        LowCardinality(String)         COMMENT 'latest change: moved-in, resized, moved-out',
    floor_area    Nullable(Float64)              COMMENT 'square metres let since the latest change',
    rooms         String                         COMMENT 'storeys and rooms, masked',
    grid          LowCardinality(String)         COMMENT 'base grid, empty when not located',
    moved_in_at   Nullable(DateTime64(3, 'UTC')),
    moved_out_at  Nullable(DateTime64(3, 'UTC')) COMMENT 'null while it is there',
    valid_from    Nullable(DateTime64(3, 'UTC')) COMMENT 'start of the lease',
    valid_to      Nullable(DateTime64(3, 'UTC')) COMMENT 'end of the lease',
    updated_at    DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version       UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (occupancy_id)
COMMENT 'enterprises in buildings (入驻), current state';

CREATE TABLE IF NOT EXISTS discrepancies
(
    discrepancy_id String,
    source         LowCardinality(String) COMMENT 'feed of the first event',
    record_kind    LowCardinality(String),
    record_id      String,
    field          LowCardinality(String) COMMENT 'member or attribute',
    recorded_value String                 COMMENT 'what the record says, masked',
    observed_value String                 COMMENT 'what was seen, masked',
    app            LowCardinality(String) COMMENT 'app it was seen with',
    grid           LowCardinality(String) COMMENT 'base grid, empty when not located',
    found_at       Nullable(DateTime64(3, 'UTC')),
    resolved_at    Nullable(DateTime64(3, 'UTC')),
    resolution     LowCardinality(String) COMMENT 'corrected, explained; empty while open',
    updated_at     DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at    DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version        UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (discrepancy_id)
COMMENT 'disagreements about base records (误差), current state';

CREATE TABLE IF NOT EXISTS calibrations
(
    calibration_id String,
    source         LowCardinality(String) COMMENT 'feed of the first event',
    record_kind    LowCardinality(String),
    record_id      String,
    field          LowCardinality(String) COMMENT 'member or attribute',
    before         String                 COMMENT 'value before, masked',
    after          String                 COMMENT 'value proposed, masked',
    bound          Nullable(Float64)      COMMENT 'largest relative change that needs no approver',
    change         Nullable(Float64)      COMMENT 'relative change',
    discrepancy_id String                 COMMENT 'disagreement behind it, empty when none',
    grid           LowCardinality(String) COMMENT 'base grid, empty when not located',
    proposed_at    Nullable(DateTime64(3, 'UTC')),
    approved_at    Nullable(DateTime64(3, 'UTC')),
    rejected_at    Nullable(DateTime64(3, 'UTC')),
    applied_at     Nullable(DateTime64(3, 'UTC')),
    reverted_at    Nullable(DateTime64(3, 'UTC')),
    approver_hash  String                 COMMENT 'keyed hash',
    reason         String                 COMMENT 'latest reason given, masked',
    stage          LowCardinality(String) COMMENT 'proposed, approved, rejected, applied, reverted',
    updated_at     DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at    DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version        UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (calibration_id)
COMMENT 'corrections of base values (校准), current state';

CREATE TABLE IF NOT EXISTS model_runs
(
    run_id        String,
    source        LowCardinality(String) COMMENT 'feed of the first event',
    model_id      LowCardinality(String),
    model_version LowCardinality(String) COMMENT 'version of its logic',
    department    LowCardinality(String) COMMENT 'department that asked for it',
    inputs        Array(String)          COMMENT 'tables and feeds it read',
    state         LowCardinality(String) COMMENT 'done, failed',
    rows_read     Nullable(UInt64),
    hits          Nullable(UInt64)       COMMENT 'records that it singled out',
    started_at    Nullable(DateTime64(3, 'UTC')),
    finished_at   Nullable(DateTime64(3, 'UTC')),
    updated_at    DateTime64(3, 'UTC')   COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')   COMMENT 'ingest time of the event folded in last',
    version       UInt64                 COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (run_id)
COMMENT 'runs of models over pooled data (数据碰撞)';

CREATE TABLE IF NOT EXISTS model_hits
(
    hit_id        String,
    source        LowCardinality(String)         COMMENT 'feed of the first event',
    run_id        String,
    model_id      LowCardinality(String),
    model_version LowCardinality(String)         COMMENT 'version of its logic',
    department    LowCardinality(String)         COMMENT 'department it was handed to',
    record_kind   LowCardinality(String),
    record_id     String,
    score         Nullable(Float64)              COMMENT 'how sure the model is',
    evidence      Array(String)                  COMMENT 'ids of the rows behind it',
    grid          LowCardinality(String)         COMMENT 'base grid, empty when not located',
    longitude     Nullable(Float64)              COMMENT 'WGS 84',
    latitude      Nullable(Float64)              COMMENT 'WGS 84',
    hit_at        Nullable(DateTime64(3, 'UTC')),
    verified_at   Nullable(DateTime64(3, 'UTC')) COMMENT 'latest check on site',
    verdict       LowCardinality(String)         COMMENT 'confirmed, rejected, undecided; empty while not checked',
    case_id       String                         COMMENT 'case opened for it, empty when none',
    updated_at    DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at   DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version       UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (hit_id)
COMMENT 'records that models singled out (命中), current state';

CREATE TABLE IF NOT EXISTS suggestions
(
    suggestion_id   String,
    source          LowCardinality(String)         COMMENT 'feed of the first event',
    kind            LowCardinality(String)         COMMENT 'kind of measure',
    title           String                         COMMENT 'masked',
    indicator       LowCardinality(String)         COMMENT 'indicator that it shall move',
    evidence        Array(String)                  COMMENT 'ids of the rows behind it',
    unit            LowCardinality(String)         COMMENT 'unit that should act',
    grid            LowCardinality(String)         COMMENT 'base grid, empty when not located',
    expected_effect Nullable(Float64)              COMMENT 'expected change of the indicator, in its unit',
    due_at          Nullable(DateTime64(3, 'UTC')) COMMENT 'until when it should be done',
    made_at         Nullable(DateTime64(3, 'UTC')),
    decided_at      Nullable(DateTime64(3, 'UTC')),
    decision        LowCardinality(String)         COMMENT 'accepted, rejected, deferred, done; empty while open',
    measured_at     Nullable(DateTime64(3, 'UTC')),
    effect          Nullable(Float64)              COMMENT 'measured change of the indicator, in its unit',
    window_days     Nullable(UInt64)               COMMENT 'days before and after that were compared',
    stage           LowCardinality(String)         COMMENT 'made, decided, measured',
    updated_at      DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at     DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version         UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (suggestion_id)
COMMENT 'suggested measures (建议), current state';

CREATE TABLE IF NOT EXISTS components
(
    component_id   String,
    source         LowCardinality(String)         COMMENT 'feed of the first event',
    category       LowCardinality(String)         COMMENT 'category id',
    name           String                         COMMENT 'name or number on it, masked',
    owner_unit     LowCardinality(String),
    condition      LowCardinality(String)         COMMENT 'good, worn, damaged, clogged, missing; empty when never told',
    installed_year Nullable(UInt64),
    grid           LowCardinality(String)         COMMENT 'base grid, empty when not located',
    longitude      Nullable(Float64)              COMMENT 'WGS 84',
    latitude       Nullable(Float64)              COMMENT 'WGS 84',
    registered_at  Nullable(DateTime64(3, 'UTC')),
    inspected_at   Nullable(DateTime64(3, 'UTC')) COMMENT 'latest inspection',
    inspections    UInt16,
    case_id        String                         COMMENT 'latest case opened for a defect, empty when none',
    updated_at     DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at    DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version        UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (component_id)
COMMENT 'components of the city (部件), current state';

CREATE TABLE IF NOT EXISTS project_milestones
(
    milestone_id String,
    source       LowCardinality(String)         COMMENT 'feed of the first event',
    project_id   LowCardinality(String),
    task         String                         COMMENT 'task of the project, masked',
    title        String                         COMMENT 'masked',
    stage        LowCardinality(String)         COMMENT 'planned, started, reached, dropped',
    unit         LowCardinality(String)         COMMENT 'unit in charge',
    grid         LowCardinality(String)         COMMENT 'base grid, empty when not located',
    due_at       Nullable(DateTime64(3, 'UTC')) COMMENT 'until when',
    planned_at   Nullable(DateTime64(3, 'UTC')),
    started_at   Nullable(DateTime64(3, 'UTC')),
    reached_at   Nullable(DateTime64(3, 'UTC')),
    dropped_at   Nullable(DateTime64(3, 'UTC')),
    updated_at   DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at  DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version      UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (milestone_id)
COMMENT 'milestones of people''s-heart projects (民心工程), current state';

CREATE TABLE IF NOT EXISTS lift_retrofits
(
    staircase_id    String,
    source          LowCardinality(String)         COMMENT 'feed of the first event',
    estate_id       LowCardinality(String),
    stage           LowCardinality(String)         COMMENT 'consulting, signed, under-approval, under-construction, finished',
    households      Nullable(UInt64)               COMMENT 'homes on the staircase',
    consent         Nullable(Float64)              COMMENT 'share of homes that agree, 0 to 1',
    grid            LowCardinality(String)         COMMENT 'base grid, empty when not located',
    longitude       Nullable(Float64)              COMMENT 'WGS 84',
    latitude        Nullable(Float64)              COMMENT 'WGS 84',
    due_at          Nullable(DateTime64(3, 'UTC')) COMMENT 'until when it shall be finished',
    consulting_at   Nullable(DateTime64(3, 'UTC')),
    signed_at       Nullable(DateTime64(3, 'UTC')),
    approval_at     Nullable(DateTime64(3, 'UTC')),
    construction_at Nullable(DateTime64(3, 'UTC')),
    finished_at     Nullable(DateTime64(3, 'UTC')),
    updated_at      DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at     DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version         UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (staircase_id)
COMMENT 'staircases that get a lift (加装电梯), current state';

-- Feeds that the city declares. Written by ingest at start-up; what a feed did is in events, dead_letters and feed_heartbeats.
CREATE TABLE IF NOT EXISTS feeds
(
    feed_id          String,
    name_zh          String,
    name_en          String,
    kind             LowCardinality(String) COMMENT 'department, hotline, app, platform, device, file, model',
    sources          Array(String)          COMMENT 'CloudEvents sources that it sends under',
    interval_seconds UInt64                 COMMENT 'longest time between two events before it counts as silent',
    schema_version   LowCardinality(String) COMMENT 'version of the payload schemas that it shall send',
    position         UInt32                 COMMENT 'display order',
    declared         UInt8                  COMMENT '1 while the city declares it, 0 once it is gone from the declaration',
    version          UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (feed_id)
COMMENT 'declared feeds (接入)';

CREATE TABLE IF NOT EXISTS feed_heartbeats
(
    feed_id        String,
    source         LowCardinality(String)         COMMENT 'CloudEvents source of the heartbeat',
    kind           LowCardinality(String)         COMMENT 'heartbeat, or late when the feed says itself that it is behind',
    schema_version LowCardinality(String),
    rows           Nullable(UInt64)               COMMENT 'rows sent since the last heartbeat',
    lag_seconds    Nullable(Float64)              COMMENT 'age of its newest row',
    last_event_at  Nullable(DateTime64(3, 'UTC')) COMMENT 'time of its newest row',
    sent_at        DateTime64(3, 'UTC')           COMMENT 'event time',
    id             String                         COMMENT 'CloudEvents id',
    recorded_at    DateTime64(3, 'UTC')           COMMENT 'ingest time',
    version        UInt64                         COMMENT 'ingest time in milliseconds; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (feed_id, sent_at, source, id)
COMMENT 'what feeds tell of themselves (心跳)';
