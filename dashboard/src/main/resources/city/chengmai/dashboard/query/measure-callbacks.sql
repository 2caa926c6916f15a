-- Call-backs of a time, and how many of them were answered.
SELECT countIf(answered = 1) AS answered, count() AS called
FROM hotline_orders
WHERE called_back_at >= {from:DateTime64(3, 'UTC')} AND called_back_at < {until:DateTime64(3, 'UTC')}
