-- Overdue cases were one row a grid, written by analytics; ingest's live clocks write one row a case.
ALTER TABLE alerts DELETE WHERE rule = 'A01' AND method = 'open-past-due';

ALTER TABLE alerts COMMENT COLUMN IF EXISTS period_start 'for a live clock the moment it began to run';
ALTER TABLE alerts COMMENT COLUMN IF EXISTS period_end 'exclusive; for a live clock the moment it ran out, the due time';
ALTER TABLE alerts COMMENT COLUMN IF EXISTS observed 'for a live clock minutes from its start to the alert';
ALTER TABLE alerts COMMENT COLUMN IF EXISTS upper 'the bound that was passed; for a live clock its limit in minutes';
ALTER TABLE alerts COMMENT COLUMN IF EXISTS evidence 'keys of the rows behind it (case ids, or the one case, complaint, device, alarm or feed), at most 50';
