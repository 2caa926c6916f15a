-- Campaigns (比学赶超), interventions and special periods of the city's own file campaigns.yaml. Written by analytics; a
-- rerun overwrites. Names stand in the rows, so that a page needs no file.
CREATE TABLE IF NOT EXISTS benchmark_gaps
(
    benchmark_id   String,
    area_id        LowCardinality(String),
    day            Date COMMENT 'last day of the latest trailing 30 days',
    domain_zh      String,
    domain_en      String,
    rival_zh       String COMMENT 'whom one measures oneself against',
    rival_en       String,
    indicator      LowCardinality(String),
    peer_area      String COMMENT 'area whose value is the target, empty when the target is a number',
    value          Nullable(Float64) COMMENT 'in the catalogue unit; null unless measured',
    target         Nullable(Float64) COMMENT 'in the catalogue unit; null while a peer area has no measured value',
    gap            Nullable(Float64) COMMENT 'what lacks to the target, above 0 while it is not reached, whichever way is better',
    windows        UInt16 COMMENT 'values that do not overlap, which the slope was made from',
    window         LowCardinality(String) COMMENT 'what these values are: week (whole weeks), 30-days (trailing)',
    slope          Nullable(Float64) COMMENT 'points gained on the target in 30 days, above 0 when catching up',
    slope_error    Nullable(Float64) COMMENT 'standard error of the slope',
    state          LowCardinality(String) COMMENT 'reached, on-pace, late, uncertain, not-at-this-pace, insufficient',
    closes_on      Nullable(Date) COMMENT 'when the line of the windows meets the target',
    closes_from    Nullable(Date) COMMENT 'earliest day of the 95 % interval',
    closes_to      Nullable(Date) COMMENT 'latest day of the 95 % interval; null when it has no end',
    from_day       Date COMMENT 'first day of the campaign',
    target_day     Date COMMENT 'until when the target shall be reached',
    window_days    Array(Date) COMMENT 'last days of the windows',
    window_values  Array(Float64),
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (benchmark_id, area_id, day)
COMMENT 'distance to benchmarks (标杆差距)';

CREATE TABLE IF NOT EXISTS intervention_effects
(
    intervention_id String,
    name_zh         String,
    name_en         String,
    source          LowCardinality(String) COMMENT 'what is counted: cases, orders, site-complaints',
    categories      Array(String) COMMENT 'category ids, each with those below it; empty for all',
    areas           Array(String) COMMENT 'area ids; empty for the whole city',
    start_day       Date COMMENT 'first day of the intervention',
    baseline_from   Date COMMENT 'first day of the baseline, which ends before the start',
    after_from      Date COMMENT 'first day that counts as after',
    after_to        Date COMMENT 'day after the last one that counts',
    baseline_total  Float64,
    after_total     Float64,
    expected_total  Float64 COMMENT 'what the baseline leads one to expect for the days after, by kind of day',
    dispersion      Float64 COMMENT 'variance over mean of the days, at least 1',
    ratio           Nullable(Float64) COMMENT 'observed over expected',
    ratio_lower     Nullable(Float64) COMMENT 'lower end of the 95 % interval',
    ratio_upper     Nullable(Float64) COMMENT 'upper end of the 95 % interval',
    state           LowCardinality(String) COMMENT 'fewer, more, no-clear-change, insufficient, not-begun',
    days            Array(Date) COMMENT 'from the baseline to the last day that counts',
    counts          Array(Float64) COMMENT 'observed, by day',
    expected        Array(Float64) COMMENT 'expected of the baseline, by day',
    data_as_of      DateTime64(3, 'UTC'),
    version         UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (intervention_id)
COMMENT 'before and after interventions (治理成效)';

CREATE TABLE IF NOT EXISTS special_periods
(
    period_id         String,
    name_zh           String,
    name_en           String,
    first_day         Date,
    end_day           Date COMMENT 'day after the last one',
    areas             Array(String) COMMENT 'area ids it holds in; empty for the whole city',
    comparison_zh     String,
    comparison_en     String,
    comparison_from   Date,
    comparison_to     Date COMMENT 'day after the last one',
    overrides         Map(String, Float64) COMMENT 'RULE.parameter to the number that holds inside the period',
    declared          UInt8 COMMENT '1 while the city declares it, 0 once it is gone from the declaration',
    version           UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (period_id)
COMMENT 'special periods with thresholds of their own (特殊时段)';
