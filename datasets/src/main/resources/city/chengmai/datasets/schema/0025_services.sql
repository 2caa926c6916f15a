-- Services that took place and demands with their match: one row an entity, folded from its events, for every mechanism that is declared in
-- mechanisms.yaml. Registers of points, stations, items and posts are base records of kind facility. Written by ingest's sink.
CREATE TABLE IF NOT EXISTS services
(
    service_id   String,
    source       LowCardinality(String)         COMMENT 'feed of the first event',
    kind         LowCardinality(String)         COMMENT 'kind of service, as in mechanisms.yaml',
    item_id      String                         COMMENT 'item of the service menu that it is, empty when none',
    facility_id  String                         COMMENT 'record id of the point, station or post that held it, empty when none',
    target_id    String                         COMMENT 'record id of who or what it was for, empty when none',
    person_hash  String                         COMMENT 'keyed hash of the person that it was for, never a name',
    demand_id    String                         COMMENT 'demand that it answers, empty when none',
    grid         LowCardinality(String)         COMMENT 'base grid, empty when not located',
    longitude    Nullable(Float64)              COMMENT 'WGS 84',
    latitude     Nullable(Float64)              COMMENT 'WGS 84',
    partners     Array(String)                  COMMENT 'parties that took part',
    participants Nullable(UInt64)               COMMENT 'people who took part',
    outcome      LowCardinality(String)         COMMENT 'done, partly, failed, passed; empty when nobody says',
    attributes   Map(String, String)            COMMENT 'what else is counted or told, masked',
    planned_for  Nullable(DateTime64(3, 'UTC')),
    held_at      Nullable(DateTime64(3, 'UTC')) COMMENT 'when it began',
    ends_at      Nullable(DateTime64(3, 'UTC')) COMMENT 'when it ended, or shall end',
    updated_at   DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at  DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version      UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (service_id)
COMMENT 'services and joint activities that took place (服务、联合活动)';

CREATE TABLE IF NOT EXISTS demands
(
    demand_id    String,
    source       LowCardinality(String)         COMMENT 'feed of the first event',
    kind         LowCardinality(String)         COMMENT 'kind of demand, as in mechanisms.yaml',
    item_id      String                         COMMENT 'item of the service menu: wished for, then the one that fits',
    channel      LowCardinality(String)         COMMENT 'how it came',
    demander     LowCardinality(String)         COMMENT 'resident, enterprise, merchant, visitor, department, committee',
    demander_id  String                         COMMENT 'record id of who needs it, empty when none',
    person_hash  String                         COMMENT 'keyed hash of the person who needs it, never a name',
    description  String                         COMMENT 'masked',
    facility_id  String                         COMMENT 'record id of the point, station or post that took it, empty when none',
    service_id   String                         COMMENT 'service that answers it, empty when none',
    unit         LowCardinality(String)         COMMENT 'unit that answers it',
    grid         LowCardinality(String)         COMMENT 'base grid, empty when not located',
    attributes   Map(String, String)            COMMENT 'what else is told, masked',
    due_at       Nullable(DateTime64(3, 'UTC')) COMMENT 'until when it shall be matched',
    raised_at    Nullable(DateTime64(3, 'UTC')),
    matched_at   Nullable(DateTime64(3, 'UTC')) COMMENT 'first match',
    closed_at    Nullable(DateTime64(3, 'UTC')),
    outcome      LowCardinality(String)         COMMENT 'met, explained, withdrawn, unmet; empty while open',
    satisfaction LowCardinality(String)         COMMENT 'satisfied, fairly, dissatisfied; empty when not asked',
    stage        LowCardinality(String)         COMMENT 'raised, matched, closed',
    updated_at   DateTime64(3, 'UTC')           COMMENT 'event time of the latest event folded in',
    recorded_at  DateTime64(3, 'UTC')           COMMENT 'ingest time of the event folded in last',
    version      UInt64                         COMMENT 'number of events folded in; larger wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (demand_id)
COMMENT 'what people and enterprises need, and its match (需求匹配), current state';

ALTER TABLE registry COMMENT COLUMN IF EXISTS record_kind 'enterprise, building, site, component, device, person-group, facility (attribute kind says which)';
