-- Inspections of a time: by how many departments, planned or not, at hours when the unit is busy.
WITH length(arrayDistinct(departments)) AS together
SELECT count() AS inspections, uniqExactIf(enterprise_id, enterprise_id != '') AS enterprises, countIf(ifNull(planned, 0) = 1) AS planned_count,
       countIf(together >= 2) AS combined, sum(toInt64(if(together >= 2, together - 1, 0))) AS saved,
       countIf(ifNull(peak_hour, 0) = 1) AS at_peak, countIf(isNotNull(peak_hour)) AS peak_told
FROM enforcement_actions
WHERE kind = 'inspection' AND acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < {until:DateTime64(3, 'UTC')}
