SELECT reason, count() AS letters
FROM dead_letters
GROUP BY reason
ORDER BY letters DESC, reason
