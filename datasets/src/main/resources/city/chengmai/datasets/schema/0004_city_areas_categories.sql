-- What the city is. Written by ingest at start-up from the city descriptor.
CREATE TABLE IF NOT EXISTS cities
(
    city         String COMMENT 'name of the descriptor, for example demo',
    name_zh      String,
    name_en      String,
    zone         String COMMENT 'IANA time zone of every day in the other tables',
    clock        String COMMENT 'clock setting the city was loaded with',
    first_day    Date   COMMENT 'first day of the reported period',
    last_day     Nullable(Date) COMMENT 'day after the last one; null for a live city',
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (city)
COMMENT 'the city of this installation (城市)';

CREATE TABLE IF NOT EXISTS areas
(
    area_id           String,
    parent_id         String COMMENT 'empty for the root',
    level             LowCardinality(String) COMMENT 'city, district, sub-district, grid',
    grid_type         LowCardinality(String) COMMENT 'street-front (S), residents-committee (J), village-committee (C), building (L), general (G); empty above grids',
    overlay           UInt8  COMMENT '1 for a grid that overlaps base grids, never counted in totals',
    name_zh           String,
    name_en           String,
    community_form    LowCardinality(String) COMMENT 'residential, park, business, campus, historic; empty when unknown',
    residents         UInt32 COMMENT '0 when unknown',
    enterprises       UInt32 COMMENT '0 when unknown',
    square_kilometres Float64,
    boundary          String COMMENT 'GeoJSON geometry, WGS 84',
    valid_from        Date,
    valid_to          Nullable(Date),
    position          UInt32 COMMENT 'display order',
    version           UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (area_id, valid_from)
COMMENT 'area tree with overlay grids (区域)';

CREATE TABLE IF NOT EXISTS categories
(
    category_id String,
    parent_id   String COMMENT 'empty for a root',
    name_zh     String,
    name_en     String,
    position    UInt32,
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (category_id)
COMMENT 'case categories (类别)';
