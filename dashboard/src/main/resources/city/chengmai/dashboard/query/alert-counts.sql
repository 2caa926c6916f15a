-- Alerts whose findings stand, by standing: so that lists can say how many they do not show.
-- include alert-standings
SELECT standing, count() AS alerts
FROM standings
WHERE standing_findings > 0
GROUP BY standing
ORDER BY standing
