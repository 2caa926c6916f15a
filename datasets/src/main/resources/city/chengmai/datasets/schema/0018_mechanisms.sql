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
    verdict            LowCardinality(String) COMMENT 'handled, complained-before, complained-meanwhile, open, unplaced; void when the case was cancelled',
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

-- From one matter to one class (一件事→一类事): places and themes that come back, what was done about a class, and what that changed.
CREATE TABLE IF NOT EXISTS matter_classes
(
    class_id       String COMMENT 'kind, category, word or place, and first day: one that goes on is the same class',
    kind           LowCardinality(String) COMMENT 'place, theme',
    category       LowCardinality(String),
    word           String COMMENT 'word that all texts of a theme hold; empty for a place',
    others         Array(String) COMMENT 'words that weigh most beside it',
    grid           LowCardinality(String) COMMENT 'grid of a place; of a theme the one with most matters',
    longitude      Nullable(Float64) COMMENT 'middle of a place, WGS 84',
    latitude       Nullable(Float64) COMMENT 'middle of a place, WGS 84',
    address        String COMMENT 'masked; of a place',
    matters        UInt32 COMMENT 'in the weeks of the method',
    again          UInt32 COMMENT 'of them those that came again near an earlier one of the category; what classes are ranked by',
    places         UInt32 COMMENT 'places that they came up at',
    grids          UInt32,
    by_week        Array(UInt32) COMMENT 'matters by seven days, the latest last',
    evidence       Array(String) COMMENT 'cases, the latest first, at most 50; never empty',
    first_day      Date,
    last_day       Date COMMENT 'day that it was found on last',
    ended_day      Nullable(Date) COMMENT 'day on which it was no class any more',
    method_version UInt16,
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (class_id)
COMMENT 'classes of matters that come back (一类事)';

CREATE TABLE IF NOT EXISTS class_fixes
(
    class_id    String,
    fix_id      String COMMENT 'given by whoever records it, so that sending it twice counts once',
    kind        LowCardinality(String) COMMENT 'of the class when it was recorded, as the columns that follow',
    category    LowCardinality(String),
    word        String,
    longitude   Nullable(Float64),
    latitude    Nullable(Float64),
    measure     String COMMENT 'what was done',
    started_on  Date COMMENT 'first day of the fix',
    actor       String,
    recorded_at DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (class_id, fix_id)
COMMENT 'what was done about classes (一类事治理)';

CREATE TABLE IF NOT EXISTS class_fix_effects
(
    intervention_id String COMMENT 'id of the fix',
    name_zh         String COMMENT 'what was done, as it was written',
    name_en         String COMMENT 'the same',
    source          LowCardinality(String) COMMENT 'cases',
    categories      Array(String),
    areas           Array(String),
    start_day       Date COMMENT 'first day of the fix',
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
    counts          Array(Float64) COMMENT 'matters of the class, by day',
    expected        Array(Float64) COMMENT 'expected of the baseline, by day',
    data_as_of      DateTime64(3, 'UTC'),
    version         UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (intervention_id)
COMMENT 'before and after class fixes (一类事治理成效)';

-- Three levels (三级分类), early signs of three-cross matters (三跨苗头), and what joint conferences (联席会议) did about them.
CREATE TABLE IF NOT EXISTS case_levels
(
    case_id       String,
    grid          LowCardinality(String),
    category      LowCardinality(String),
    unit          LowCardinality(String) COMMENT 'that has it now',
    address       String COMMENT 'masked',
    told_level    LowCardinality(String) COMMENT 'simple, comprehensive, difficult; as it was told, simple when nothing was',
    level         LowCardinality(String) COMMENT 'the same, as the rules lift it',
    reasons       Array(String) COMMENT 'rules that lift it to its level: measure and value; empty when it is as told',
    measures      Map(String, Float64) COMMENT 'what the rules asked about',
    units         Array(String) COMMENT 'units that have had it, in order',
    crosses       Array(String) COMMENT 'department, area, level: what it goes across',
    other_cases   Array(String) COMMENT 'cases of the same trouble in other grids',
    history       Array(String) COMMENT 'day and level of each lift, as runs saw them',
    meeting       LowCardinality(String) COMMENT 'departments, areas, levels: the conference that it is for; empty for none',
    listed_on     Nullable(Date) COMMENT 'day from which it was for a conference',
    open          UInt8 COMMENT '0 once it is closed, or cancelled, which leaves closed_at empty',
    reported_at   DateTime64(3, 'UTC'),
    due_at        Nullable(DateTime64(3, 'UTC')),
    closed_at     Nullable(DateTime64(3, 'UTC')),
    rules_version UInt16,
    data_as_of    DateTime64(3, 'UTC'),
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (case_id)
COMMENT 'levels of cases by rule, and three-cross signs (三级分类、三跨苗头)';

CREATE TABLE IF NOT EXISTS conference_actions
(
    case_id     String,
    action_id   String COMMENT 'given by whoever acts, so that sending it twice counts once',
    action      LowCardinality(String) COMMENT 'schedule, decide, drop',
    meeting_day Nullable(Date) COMMENT 'with schedule',
    unit        String COMMENT 'that is to do it, with decide',
    comment     String COMMENT 'what was decided, or why it was dropped',
    actor       String,
    acted_at    DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (case_id, action_id)
COMMENT 'agenda and outcomes of joint conferences (联席会议)';
