-- Proposals for thresholds, newest first. One that proposes what holds was withdrawn: what it rested on is gone.
SELECT proposal_id, rule, area_id, parameter, month, current_value, proposed_value, lowest_value, highest_value, alerts_now,
    alerts_then, true_now, true_then, false_now, false_then, evidence, created_at
FROM threshold_proposals
WHERE proposed_value != current_value AND ({proposal:String} = '' OR proposal_id = {proposal:String})
ORDER BY month DESC, rule, area_id, parameter
LIMIT 100
