-- Acts towards shops, enterprises and sites in a time by class: service, management, enforcement.
SELECT
    (SELECT count() FROM visits
     WHERE held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
         AND target_type IN ('enterprise', 'shop', 'site', 'building')) AS service,
    (SELECT count() FROM enforcement_actions
     WHERE acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
         AND kind IN ('inspection', 'interview')) AS management,
    (SELECT count() FROM enforcement_actions
     WHERE acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
         AND kind = 'notice') AS enforcement
