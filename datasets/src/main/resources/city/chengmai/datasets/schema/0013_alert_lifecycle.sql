-- What people see and do: findings that belong together are one alert, officers act on it, it is told to others, and
-- their verdicts lead to proposals about thresholds.
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS group_id String COMMENT 'the alert that people see and act on: findings that continue or contain one another share it; empty: the finding alone' AFTER alert_id;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS subject String COMMENT 'what it is about besides area and category: a place, site, enterprise, device, record, milestone; empty when nothing' AFTER category;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS areas Array(String) COMMENT 'all areas of a finding that spans several; empty: area_id alone' AFTER subject;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS longitude Nullable(Float64) COMMENT 'degrees, WGS-84; null: the area is its place on the map' AFTER areas;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS latitude Nullable(Float64) COMMENT 'degrees, WGS-84' AFTER longitude;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS radius Nullable(Float64) COMMENT 'metres about the point' AFTER latitude;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS details Map(String, String) COMMENT 'further numbers and names that its sentence tells of, by name' AFTER evidence_total;
ALTER TABLE alerts ADD COLUMN IF NOT EXISTS paused_by String COMMENT 'silent feed that the rule depends on: the finding stands, but is not to be trusted until the feed is back; empty: none' AFTER state;

CREATE TABLE IF NOT EXISTS alert_actions
(
    alert_id   String COMMENT 'group_id of the alert, or its alert_id when it has none',
    action_id  String COMMENT 'given by whoever acts, so that sending it twice counts once',
    action     LowCardinality(String) COMMENT 'acknowledge, assign, comment, resolve, false-alarm, snooze, unsnooze, escalate, reopen',
    actor      String COMMENT 'who acted, by the name of the post',
    assignee   String COMMENT 'post or department that it is given to, with assign and escalate',
    reason     String COMMENT 'why, from the list of reasons, with false-alarm',
    comment    String,
    until      Nullable(DateTime64(3, 'UTC')) COMMENT 'end, with snooze',
    acted_at   DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (alert_id, action_id)
COMMENT 'what officers did about alerts (处置记录)';

CREATE TABLE IF NOT EXISTS alert_deliveries
(
    delivery_id   String COMMENT 'derived from channel, alert and occasion, so that a restart does not tell twice',
    channel       LowCardinality(String) COMMENT 'name of the channel in the settings',
    kind          LowCardinality(String) COMMENT 'webhook or mail',
    occasion      LowCardinality(String) COMMENT 'raised, escalated, cleared, digest',
    alert_ids     Array(String) COMMENT 'the alerts that it tells of',
    attempt       UInt16 COMMENT 'from 1',
    state         LowCardinality(String) COMMENT 'held (quiet time), waiting (to be tried again), delivered, given-up',
    answer        String COMMENT 'what the other side said last',
    next_at       Nullable(DateTime64(3, 'UTC')) COMMENT 'when it will be tried again',
    created_at    DateTime64(3, 'UTC'),
    tried_at      Nullable(DateTime64(3, 'UTC')),
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (delivery_id, attempt)
COMMENT 'deliveries of alerts to others (推送记录)';

CREATE TABLE IF NOT EXISTS threshold_proposals
(
    proposal_id     String COMMENT 'derived from rule, area, parameter and month',
    rule            LowCardinality(String),
    area_id         LowCardinality(String) COMMENT 'area that it would hold in, with all below it; empty for the city',
    parameter       LowCardinality(String),
    month           Date COMMENT 'first day of the last of the three months whose verdicts it rests on',
    current_value   Float64,
    proposed_value  Float64,
    lowest_value    Float64 COMMENT 'declared bound of the rule',
    highest_value   Float64 COMMENT 'declared bound of the rule',
    alerts_now      UInt32 COMMENT 'alerts of the time looked at, with the current value',
    alerts_then     UInt32 COMMENT 'the same with the proposed value',
    true_now        UInt32 COMMENT 'of them, confirmed by officers',
    true_then       UInt32 COMMENT 'confirmed ones that the proposed value keeps',
    false_now       UInt32 COMMENT 'of them, false alarms by the verdict of officers',
    false_then      UInt32 COMMENT 'false alarms that the proposed value keeps',
    evidence        Array(String) COMMENT 'alerts with a verdict that it rests on, at most 50',
    created_at      DateTime64(3, 'UTC'),
    version         UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (proposal_id)
COMMENT 'proposals for thresholds of alert rules (阈值微调建议)';

CREATE TABLE IF NOT EXISTS threshold_decisions
(
    proposal_id  String,
    decision_id  String COMMENT 'given by whoever decides, so that sending it twice counts once',
    decision     LowCardinality(String) COMMENT 'approve, reject, revert',
    value        Nullable(Float64) COMMENT 'the value that is approved, within the bounds of the proposal',
    actor        String,
    comment      String,
    decided_at   DateTime64(3, 'UTC') COMMENT 'by the city clock; an approved value holds from the next day on',
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (proposal_id, decision_id)
COMMENT 'decisions about proposals for thresholds (阈值审批)';
