-- Handled before complaint (未诉先办): what became of each proactive matter, what grids with a find had fewer complaints than grids without,
-- and the places of each morning where a complaint is likely.
CREATE TABLE IF NOT EXISTS foresight_matters
(
    case_id            String,
    grid               LowCardinality(String),
    category           LowCardinality(String),
    channel            LowCardinality(String),
    address            String COMMENT 'masked',
    reported_at        DateTime64(3, 'UTC'),
    closed_at          Nullable(DateTime64(3, 'UTC')),
    verdict            LowCardinality(String) COMMENT 'handled, complained-before, complained-meanwhile, open, unplaced',
    orders             Array(String) COMMENT 'orders of the same place and category that speak against it, or name the case; at most 20',
    orders_after       UInt32 COMMENT 'orders of the same place and category in as many days after it was closed as count before it',
    settled            UInt8 COMMENT '1 once those days are over',
    definition_version UInt16 COMMENT 'of indicator M08',
    data_as_of         DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (case_id)
COMMENT 'proactive matters and complaints (未诉先办)';

CREATE TABLE IF NOT EXISTS foresight_effects
(
    scope           LowCardinality(String) COMMENT 'all, type (of grid), category',
    scope_id        LowCardinality(String) COMMENT 'grid type or category; empty for all',
    starts          UInt32 COMMENT 'finds after days without one, with a comparison',
    uncompared      UInt32 COMMENT 'finds of that kind without enough comparison grids',
    grids           UInt32 COMMENT 'grids with such finds',
    days            UInt16 COMMENT 'days on each side of a find',
    before_total    Float64 COMMENT 'complaints of the grids and category of the finds before them',
    after_total     Float64 COMMENT 'the same after them',
    compared_before Float64 COMMENT 'complaints of an average comparison grid before, summed over the finds',
    compared_after  Float64 COMMENT 'the same after',
    effect          Nullable(Float64) COMMENT 'change less the change of comparison grids, complaints in all; null when there is too little',
    effect_lower    Nullable(Float64) COMMENT 'lower end of the 95 % interval',
    effect_upper    Nullable(Float64) COMMENT 'upper end of the 95 % interval',
    state           LowCardinality(String) COMMENT 'fewer, more, no-clear-change, insufficient',
    from_day        Date COMMENT 'first day that was looked at',
    to_day          Date COMMENT 'day after the last one',
    method_version  UInt16,
    data_as_of      DateTime64(3, 'UTC'),
    version         UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (scope, scope_id)
COMMENT 'complaints not made, against comparison grids (未诉先办成效)';

CREATE TABLE IF NOT EXISTS foresight_candidates
(
    candidate_id   String COMMENT 'day, grid and category',
    day            Date COMMENT 'the morning that it is listed on, by what was known at midnight',
    place          UInt16 COMMENT 'place on the list, from 1',
    grid           LowCardinality(String),
    category       LowCardinality(String),
    longitude      Float64 COMMENT 'WGS 84',
    latitude       Float64 COMMENT 'WGS 84',
    address        String COMMENT 'masked; empty when no case there tells one',
    evidence       Array(String) COMMENT 'cases and orders of the place, the latest first, at most 50',
    evidence_total UInt32,
    orders         UInt32 COMMENT 'orders among them',
    learned_from   UInt32 COMMENT 'as many matters of the category with as many before them, from which the likelihood is learned',
    base           Float64 COMMENT 'share of all matters, wherever, that a complaint followed',
    likelihood     Float64 COMMENT 'of a complaint within the days of the method',
    lower          Float64 COMMENT 'lower end of the 95 % interval',
    upper          Float64 COMMENT 'upper end of the 95 % interval',
    dropped        UInt8 COMMENT '1 when later data took it off the list',
    checked_on     Nullable(Date) COMMENT 'day after the days that it foretells',
    complaints     Nullable(UInt32) COMMENT 'complaints that came within them',
    finds          Nullable(UInt32) COMMENT 'proactive matters found there within them',
    method_version UInt16,
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (day, candidate_id)
COMMENT 'places where a complaint is likely, each morning (未诉先办清单)';
