package city.chengmai.datasets.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.source.file.FileFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module's README and the JSON Schema know the keys of a mapping, all of them and no other. */
class MappingReferenceTest {

  private static final Map<Class<?>, String> SECTIONS =
      Map.of(
          FileFormat.class, "file",
          TimeFormat.class, "times",
          CategoryColumns.class, "category",
          PointColumns.class, "point",
          Readings.class, "readings",
          Rules.class, "rules");
  private static final String PLACE = "/city/chengmai/datasets/mapping/";

  @Test
  void everyKeyIsInTheReference() throws IOException {
    assertThat(documented("mapping-keys")).isEqualTo(keys());
    assertThat(documented("field-keys")).isEqualTo(names(Field.class));
  }

  @Test
  void everyOutcomeIsInTheReference() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    assertThat(Stream.of(RowNote.values()).map(RowNote::wireName))
        .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
  }

  @Test
  void everyMappingIsNamedInTheReferenceAndCanBeRead() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    assertThat(Mappings.NAMES)
        .allSatisfy(name -> assertThat(text).contains("[`" + name + "`]"))
        .allSatisfy(name -> assertThat(Mappings.load(name).source()).endsWith(":" + name));
  }

  @Test
  void theSchemaKnowsTheSameKeys() throws IOException {
    JsonNode schema = new JsonMapper().readTree(resource("mapping.schema.json"));
    Set<String> known = new TreeSet<>();
    for (RecordComponent key : Mapping.class.getRecordComponents()) {
      JsonNode property = schema.path("properties").path(name(key));
      String section = SECTIONS.get(key.getType());
      if (section == null) {
        known.addAll(property.isMissingNode() ? List.of() : List.of(name(key)));
      } else {
        property
            .path("properties")
            .fieldNames()
            .forEachRemaining(k -> known.add(section + "." + k));
      }
    }
    assertThat(known).isEqualTo(keys());
    Set<String> field = new TreeSet<>();
    schema.at("/$defs/field/anyOf/1/properties").fieldNames().forEachRemaining(field::add);
    assertThat(field).isEqualTo(names(Field.class));
  }

  @Test
  void everyMappingFitsTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("mapping.schema.json"));
    for (String name : Mappings.NAMES) {
      JsonNode mapping = new YAMLMapper().readTree(resource(name + ".yaml"));
      assertThat(schema.validate(mapping)).as(name).isEmpty();
    }
    JsonNode wrong = new YAMLMapper().readTree("{source: a, times: {formats: [iso]}, fil: {}}");
    assertThat(schema.validate(wrong)).isNotEmpty();
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (RecordComponent key : Mapping.class.getRecordComponents()) {
      String section = SECTIONS.get(key.getType());
      if (section == null) {
        keys.add(name(key));
      } else {
        names(key.getType()).forEach(name -> keys.add(section + "." + name));
      }
    }
    return keys;
  }

  private static Set<String> names(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Stream.of(type.getRecordComponents()).map(MappingReferenceTest::name).forEach(names::add);
    return names;
  }

  private static String name(RecordComponent key) {
    JsonProperty given = key.getAccessor().getAnnotation(JsonProperty.class);
    return given != null
        ? given.value()
        : PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.nameForField(
            null, null, key.getName());
  }

  private static Set<String> documented(String marker) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    int start = text.indexOf("<!-- " + marker + " -->");
    String table = text.substring(start, text.indexOf("<!-- /" + marker + " -->"));
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("(?m)^\\| `([a-z.-]+)`").matcher(table);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static InputStream resource(String name) {
    return MappingReferenceTest.class.getResourceAsStream(PLACE + name);
  }
}
