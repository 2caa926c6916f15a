-- Parts of the service package that an enterprise got, or those of a grid when it is named.
SELECT package_id, enterprise_id, part, confirmed, delivered_at, count() OVER () AS total,
       uniqExact(enterprise_id) OVER () AS total_enterprises
FROM service_packages
WHERE delivered_at < {now:DateTime64(3, 'UTC')}
    AND if({grid:String} != '', grid = {grid:String}, enterprise_id = {enterprise:String})
ORDER BY delivered_at DESC, package_id
LIMIT {limit:UInt32}
