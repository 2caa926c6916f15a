package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.InsertBlock;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.GridType;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedDeclaration;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/** Writes what the city is: its names, areas, categories and feeds; a second write replaces. */
final class CityRows {

  private final ClickHouseClient client;
  private final long version;

  CityRows(ClickHouseClient client, InstantSource clock) {
    this.client = client;
    this.version = clock.millis();
  }

  void write(City city, String clock) {
    insert("cities", List.of(cityRow(city, clock)));
    insert("areas", areaRows(city));
    insert("categories", categoryRows(city));
    feeds(city.feeds().feeds());
  }

  /** A feed that is declared no longer keeps its row, marked so. */
  private void feeds(List<FeedDeclaration> feeds) {
    client.execute(
        ClickHouseQuery.of(
                "INSERT INTO feeds SELECT * REPLACE (0 AS declared, {version:UInt64} AS version)"
                    + " FROM feeds FINAL"
                    + " WHERE declared = 1 AND NOT has({declared:Array(String)}, feed_id)")
            .with("version", version)
            .with("declared", feeds.stream().map(FeedDeclaration::id).toList()));
    List<ObjectNode> rows = new ArrayList<>();
    for (FeedDeclaration feed : feeds) {
      rows.add(feedRow(feed).put("position", rows.size()));
    }
    if (!rows.isEmpty()) {
      insert("feeds", rows);
    }
  }

  private ObjectNode feedRow(FeedDeclaration feed) {
    ObjectNode row = row().put("feed_id", feed.id()).put("kind", feed.kind().wireName());
    row.put("name_zh", feed.nameZh()).put("name_en", feed.nameEn());
    feed.sources().forEach(row.putArray("sources")::add);
    row.put("interval_seconds", feed.interval().toSeconds());
    return row.put("schema_version", feed.schemaVersion()).put("declared", 1);
  }

  private ObjectNode cityRow(City city, String clock) {
    ObjectNode row = row();
    row.put("city", city.name()).put("name_zh", city.nameZh()).put("name_en", city.nameEn());
    row.put("zone", city.zone().getId()).put("clock", clock);
    row.put("first_day", city.firstDay().toString());
    return row.put("last_day", city.lastDay().map(Object::toString).orElse(null));
  }

  private List<ObjectNode> areaRows(City city) {
    GeoJsonWriter geometry = new GeoJsonWriter();
    geometry.setEncodeCRS(false);
    List<ObjectNode> rows = new ArrayList<>();
    for (Area area : city.areas().areas()) {
      rows.add(areaRow(area, geometry).put("position", rows.size()));
    }
    return rows;
  }

  private ObjectNode areaRow(Area area, GeoJsonWriter geometry) {
    ObjectNode row = row();
    row.put("area_id", area.id()).put("parent_id", area.parentId().orElse(""));
    row.put("level", area.level().wireName());
    row.put("grid_type", area.gridType().map(GridType::wireName).orElse(""));
    row.put("overlay", area.overlay() ? 1 : 0);
    row.put("name_zh", area.nameZh()).put("name_en", area.nameEn());
    row.put("community_form", area.communityForm());
    row.put("residents", area.residents()).put("enterprises", area.enterprises());
    row.put("square_kilometres", area.squareKilometres());
    row.put("boundary", geometry.write(area.boundary()));
    row.put("valid_from", area.validFrom().toString());
    return row.put("valid_to", area.validTo().map(Object::toString).orElse(null));
  }

  private List<ObjectNode> categoryRows(City city) {
    List<ObjectNode> rows = new ArrayList<>();
    for (Category category : city.categories()) {
      ObjectNode row = row();
      row.put("category_id", category.id()).put("parent_id", category.parentId().orElse(""));
      row.put("name_zh", category.nameZh()).put("name_en", category.nameEn());
      rows.add(row.put("position", rows.size()));
    }
    return rows;
  }

  private ObjectNode row() {
    return JsonNodeFactory.instance.objectNode().put("version", version);
  }

  private void insert(String table, List<ObjectNode> rows) {
    String lines = rows.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    client.insert(
        InsertBlock.of(table, List.of(), "JSONEachRow", lines.getBytes(StandardCharsets.UTF_8)));
  }
}
