SELECT dead_letter_id, reason, detail, source, event_id, type, subject,
       substringUTF8(payload, 1, 2000) AS payload, payload_bytes, received_at
FROM dead_letters
WHERE {reason:String} = '' OR reason = {reason:String}
ORDER BY received_at DESC, dead_letter_id
LIMIT {limit:UInt32}
