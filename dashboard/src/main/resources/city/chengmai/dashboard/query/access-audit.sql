-- Entries of the audit log, latest first. What was written twice after a broken connection is one entry; what differs stays.
SELECT happened_at, account, role, address, kind, outcome, target, detail
FROM audit_log
WHERE happened_at >= {from:DateTime64(3, 'UTC')} AND happened_at < {to:DateTime64(3, 'UTC')}
  AND ({account:String} = '' OR account = {account:String})
  AND ({kind:String} = '' OR kind = {kind:String})
  AND ({outcome:String} = '' OR outcome = {outcome:String})
  AND ({word:String} = '' OR positionCaseInsensitiveUTF8(concat(target, ' ', detail), {word:String}) > 0)
ORDER BY happened_at DESC, entry_id DESC
LIMIT 1 BY entry_id, happened_at, account, role, address, kind, outcome, target, detail
LIMIT {limit:UInt32} OFFSET {offset:UInt64}
