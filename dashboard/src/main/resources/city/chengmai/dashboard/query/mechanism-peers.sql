-- Other places of a district that registers tell of, each with an amount and its residents, as at the end of each of several times. A place
-- that does not tell both is left out.
WITH
    listed AS
    (
        SELECT record_id, name, if(attributes['kind'] = '', toString(record_kind), attributes['kind']) AS entry_kind,
               ifNull(valid_from, toDateTime64(0, 3, 'UTC')) AS begins, ifNull(valid_to, toDateTime64('2299-01-01', 3, 'UTC')) AS ends,
               toFloat64OrNull(attributes['amount']) AS amount_told, toFloat64OrNull(attributes['residents']) AS residents_told, updated_at
        FROM registry
        WHERE has({kinds:Array(String)}, entry_kind) AND ifNull(amount_told >= 0, 0) AND ifNull(residents_told > 0, 0)
    )
SELECT entry_kind AS kind, span AS period, record_id, name, assumeNotNull(amount_told) AS amount, assumeNotNull(residents_told) AS residents,
       updated_at AS told_at
FROM listed
ARRAY JOIN arrayEnumerate({ends:Array(Int64)}) AS span
WHERE begins < fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC')
    AND ends >= fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC')
ORDER BY kind, period, record_id
