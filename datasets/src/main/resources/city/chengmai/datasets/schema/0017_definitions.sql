-- Values by definitions that are shown beside those of the catalogue, in all windows. Written by analytics; a rerun overwrites.
CREATE TABLE IF NOT EXISTS indicator_definitions
(
    area_id            LowCardinality(String),
    indicator          LowCardinality(String) COMMENT 'catalogue id, for example O03',
    definition_version UInt16 COMMENT 'version of the definition; that of the catalogue is in the other tables',
    period             LowCardinality(String) COMMENT 'day, 30-days, week, month, quarter, year',
    day                Date COMMENT 'last day of the window for day and 30-days, first day of the period otherwise',
    numerator          Float64,
    denominator        Float64,
    value              Nullable(Float64) COMMENT 'in the catalogue unit; null unless measured',
    state              LowCardinality(String) COMMENT 'measured, insufficient, not-applicable, no-data',
    companion          Nullable(Float64) COMMENT 'second figure where the catalogue names one',
    data_as_of         DateTime64(3, 'UTC'),
    computed_at        DateTime64(3, 'UTC'),
    version            UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (indicator, definition_version, period, area_id, day)
COMMENT 'indicator values by a definition beside the catalogue''s (并行口径指标值)';
