-- A rate is a pair of counts. Written by analytics; a rerun overwrites.
CREATE TABLE IF NOT EXISTS indicator_1d
(
    area_id            LowCardinality(String),
    indicator          LowCardinality(String) COMMENT 'catalogue id, for example M04',
    day                Date COMMENT 'day in the city zone, window [day, day + 1)',
    numerator          Float64,
    denominator        Float64,
    value              Nullable(Float64) COMMENT 'in the catalogue unit; null unless measured',
    state              LowCardinality(String) COMMENT 'measured, insufficient, not-applicable, no-data',
    companion          Nullable(Float64) COMMENT 'second figure where the catalogue names one, for example P90 beside a median',
    definition_version UInt16,
    data_as_of         DateTime64(3, 'UTC'),
    computed_at        DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (indicator, area_id, day)
COMMENT 'indicator values of a day (指标日值)';

CREATE TABLE IF NOT EXISTS indicator_30d
(
    area_id            LowCardinality(String),
    indicator          LowCardinality(String),
    day                Date COMMENT 'last day of the window [day - 29, day + 1)',
    numerator          Float64,
    denominator        Float64,
    value              Nullable(Float64),
    state              LowCardinality(String),
    companion          Nullable(Float64),
    definition_version UInt16,
    data_as_of         DateTime64(3, 'UTC'),
    computed_at        DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (indicator, area_id, day)
COMMENT 'indicator values of the trailing 30 days (指标30日值)';

CREATE TABLE IF NOT EXISTS portraits
(
    area_id        LowCardinality(String),
    day            Date COMMENT 'last day of the trailing 30 days',
    dimension      LowCardinality(String) COMMENT 'management, service, operation, overall',
    score          Nullable(Float64) COMMENT '0 to 100; null when insufficient',
    grade          LowCardinality(String) COMMENT 'A to E, or insufficient',
    weight_present Float64 COMMENT 'share of weight with enough sample',
    peer_group     LowCardinality(String) COMMENT 'grid type compared within',
    peers          UInt16  COMMENT 'grids of the group that have a score',
    rank           Nullable(UInt16) COMMENT '1 is best, ties share',
    quartile       Nullable(UInt8)  COMMENT '1 is the best quarter of the group',
    scheme_version UInt16,
    data_as_of     DateTime64(3, 'UTC'),
    computed_at    DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (area_id, day, dimension)
COMMENT 'grid health portraits (网格健康画像)';

CREATE TABLE IF NOT EXISTS portrait_contributions
(
    area_id        LowCardinality(String),
    day            Date,
    dimension      LowCardinality(String),
    indicator      LowCardinality(String),
    state          LowCardinality(String),
    value          Nullable(Float64) COMMENT 'raw value',
    shrunk_value   Nullable(Float64) COMMENT 'value after shrinkage to the peer-group rate; the scored one',
    curve_score    Nullable(Float64) COMMENT '0 to 100 on the declared curve',
    weight         Float64 COMMENT 'weight within the dimension after re-scaling; 0 when not measured',
    points         Float64 COMMENT 'share of the dimension score: weight times curve score',
    lost_points    Float64 COMMENT 'weight times (100 - curve score)',
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (area_id, day, dimension, indicator)
COMMENT 'why a score is what it is';
