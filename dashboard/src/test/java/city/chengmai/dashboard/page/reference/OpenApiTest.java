package city.chengmai.dashboard.page.reference;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.access.RouteRow;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.fixture.Described;
import city.chengmai.dashboard.http.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  private static final Pattern SEGMENT = Pattern.compile(":([a-z]+)");
  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/events/", "/desk/");
  private static final Set<String> OF_OPERATION = Set.of("/health", "/ready", "/metrics");

  private static boolean isForPrograms(RouteRow row) {
    return FOR_PROGRAMS.stream().anyMatch(row.path()::startsWith)
        || OF_OPERATION.contains(row.path())
        || row.path().endsWith(".pdf");
  }

  /** A route that is missing here, or a path that no route has, fails the build. */
  @Test
  void theDescriptionHasEveryRouteForProgramsAndNoOther() {
    Set<String> routes =
        RouteTable.rows().stream()
            .filter(OpenApiTest::isForPrograms)
            .map(RouteRow::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(Described.operations().keySet())).isEqualTo(routes);
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
    JsonNode document = OpenApiRoutes.document();
    Set<String> used = new TreeSet<>();
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
      used.add(reference.asText().replaceFirst(".*/", ""));
    }
    Set<String> schemas = new TreeSet<>();
    document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
    // Data of events: the stream names them in words.
    schemas.removeAll(Set.of("WallBeat", "WallPanelChange"));
    assertThat(used).containsAll(schemas);
  }

  @Test
  void operationsAreNamedOnceAndTellTheirSegmentsAndRights() {
    Set<String> names = new TreeSet<>();
    Set<String> schemes = new TreeSet<>();
    JsonNode document = OpenApiRoutes.document();
    document.at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);
    for (Map.Entry<String, JsonNode> entry : Described.operations().entrySet()) {
      JsonNode operation = entry.getValue();
      assertThat(names.add(operation.get("operationId").asText())).as(entry.getKey()).isTrue();
      assertThat(operation.get("summary").asText()).as(entry.getKey()).isNotBlank();
      for (JsonNode choice : operation.path("security")) {
        choice.fieldNames().forEachRemaining(name -> assertThat(schemes).contains(name));
      }
      String path = entry.getKey().substring(entry.getKey().indexOf(' ') + 1);
      JsonNode all = document.get("paths").get(SEGMENT.matcher(path).replaceAll("{$1}"));
      assertThat(inPath(operation, all)).as(entry.getKey()).isEqualTo(segments(path));
    }
  }

  private static Set<String> segments(String path) {
    return SEGMENT
        .matcher(path)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inPath(JsonNode operation, JsonNode path) {
    Set<String> names = new TreeSet<>();
    for (JsonNode owner : List.of(operation, path)) {
      for (JsonNode parameter : owner.path("parameters")) {
        JsonNode resolved = Described.resolved(parameter);
        if (resolved.get("in").asText().equals("path")) {
          assertThat(resolved.get("required").asBoolean()).isTrue();
          names.add(resolved.get("name").asText());
        }
      }
    }
    return names;
  }

  @Test
  void aParserOfOthersUnderstandsTheDescription() {
    String document = OpenApiRoutes.document().toString();
    assertThat(parsed(document).getMessages()).isEmpty();
    assertThat(parsed(document).getOpenAPI().getPaths()).hasSize(22);
    assertThat(parsed(document.replace("\"in\":\"path\"", "\"in\":\"road\"")).getMessages())
        .isNotEmpty();
  }

  private static SwaggerParseResult parsed(String document) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser().readContents(document, null, options);
  }

  @Test
  void everyKindOfProblemIsDescribed() {
    Set<String> described = new TreeSet<>();
    OpenApiRoutes.document()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(type -> described.add(type.asText().substring(Problem.TYPE.length())));
    assertThat(described).isEqualTo(new TreeSet<>(Problem.KINDS));
  }
}
