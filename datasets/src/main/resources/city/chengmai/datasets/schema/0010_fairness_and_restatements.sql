-- Indicators over calendar periods. A window is [period_start, end of the period) in the city's zone; of a period that is
-- not over, what happened until data_as_of. Written by analytics; a rerun overwrites.
CREATE TABLE IF NOT EXISTS indicator_periods
(
    area_id            LowCardinality(String),
    indicator          LowCardinality(String) COMMENT 'catalogue id, for example M04',
    period             LowCardinality(String) COMMENT 'week (from Monday), month, quarter, year',
    period_start       Date COMMENT 'first day of the period in the city zone',
    numerator          Float64,
    denominator        Float64,
    value              Nullable(Float64) COMMENT 'in the catalogue unit; null unless measured',
    state              LowCardinality(String) COMMENT 'measured, insufficient, not-applicable, no-data',
    companion          Nullable(Float64) COMMENT 'second figure where the catalogue names one',
    definition_version UInt16,
    data_as_of         DateTime64(3, 'UTC'),
    computed_at        DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(period_start)
ORDER BY (indicator, area_id, period, period_start)
COMMENT 'indicator values of a week, month, quarter or year (指标周月季年值)';

-- Where an area's trailing 30-day value stands among its peers, and how sure that is.
CREATE TABLE IF NOT EXISTS indicator_standings
(
    area_id            LowCardinality(String),
    indicator          LowCardinality(String),
    day                Date COMMENT 'last day of the trailing 30 days',
    peer_group         LowCardinality(String) COMMENT 'areas compared with: grid type, and community form where enough share it',
    peers              UInt16 COMMENT 'areas of the group with a measured value',
    value              Nullable(Float64) COMMENT 'raw value in the catalogue unit',
    peer_value         Nullable(Float64) COMMENT 'value of the whole group: sum of numerators over sum of denominators',
    shrunk_value       Nullable(Float64) COMMENT 'value after empirical-Bayes shrinkage to the group',
    lower              Nullable(Float64) COMMENT 'lower end of the 95 % interval of the true value',
    upper              Nullable(Float64) COMMENT 'upper end of the 95 % interval of the true value',
    denominator        Float64 COMMENT 'size of the sample',
    `rank`             Nullable(UInt16) COMMENT '1 is best, ties share; null for context indicators and unmeasured values',
    rank_lower         Nullable(UInt16) COMMENT 'best rank within the 95 % interval',
    rank_upper         Nullable(UInt16) COMMENT 'worst rank within the 95 % interval',
    quartile           Nullable(UInt8)  COMMENT '1 is the best quarter of the group',
    definition_version UInt16,
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (indicator, day, area_id)
COMMENT 'standing of an indicator among peers (指标位次)';

ALTER TABLE portraits ADD COLUMN IF NOT EXISTS score_lower Nullable(Float64) COMMENT 'lower end of the 95 % interval of the score' AFTER score;
ALTER TABLE portraits ADD COLUMN IF NOT EXISTS score_upper Nullable(Float64) COMMENT 'upper end of the 95 % interval of the score' AFTER score_lower;
ALTER TABLE portraits ADD COLUMN IF NOT EXISTS rank_lower Nullable(UInt16) COMMENT 'best rank within the 95 % interval' AFTER `rank`;
ALTER TABLE portraits ADD COLUMN IF NOT EXISTS rank_upper Nullable(UInt16) COMMENT 'worst rank within the 95 % interval' AFTER rank_lower;

-- What moved a score since the day 30 days before: the points of all rows of a score add up to its change.
CREATE TABLE IF NOT EXISTS portrait_changes
(
    area_id       LowCardinality(String),
    day           Date,
    dimension     LowCardinality(String) COMMENT 'management, service, operation, overall',
    indicator     LowCardinality(String),
    since         Date COMMENT 'the day compared with',
    value_before  Nullable(Float64) COMMENT 'raw value then',
    value_now     Nullable(Float64) COMMENT 'raw value now',
    value_points  Float64 COMMENT 'points moved by the value: mean weight times change of the curve score',
    weight_points Float64 COMMENT 'points moved by the weight: change of the weight times mean curve score',
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (area_id, day, dimension, indicator)
COMMENT 'what moved a score (得分变化)';

-- Values that were published and changed afterwards. A value is published once it was computed after the end of its window.
CREATE TABLE IF NOT EXISTS restatements
(
    area_id          LowCardinality(String),
    measure          LowCardinality(String) COMMENT 'catalogue id of an indicator, or portrait.DIMENSION',
    period           LowCardinality(String) COMMENT 'day, 30-days, week, month, quarter, year',
    day              Date COMMENT 'last day of the window for day and 30-days, first day of the period otherwise',
    old_numerator    Nullable(Float64) COMMENT 'null for scores',
    old_denominator  Nullable(Float64) COMMENT 'null for scores',
    old_value        Nullable(Float64) COMMENT 'null unless measured',
    old_state        LowCardinality(String),
    old_data_as_of   DateTime64(3, 'UTC'),
    old_version      UInt64 COMMENT 'version of the row that was replaced',
    new_numerator    Nullable(Float64),
    new_denominator  Nullable(Float64),
    new_value        Nullable(Float64),
    new_state        LowCardinality(String),
    new_data_as_of   DateTime64(3, 'UTC'),
    reason           LowCardinality(String) COMMENT 'late-data: events came or were corrected afterwards; definition: another version of the definition or scheme',
    restated_at      DateTime64(3, 'UTC'),
    version          UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (measure, period, day, area_id, old_version)
COMMENT 'corrections of published values (更正记录)';
