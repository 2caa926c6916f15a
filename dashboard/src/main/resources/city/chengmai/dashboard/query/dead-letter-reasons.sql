SELECT reason, count() AS letters, max(received_at) AS last_at
FROM dead_letters
GROUP BY reason
ORDER BY letters DESC, reason
