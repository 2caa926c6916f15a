package city.chengmai.ingest.gateway;

import static city.chengmai.ingest.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.IngestService;
import city.chengmai.ingest.IngestSettings;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.gateway.key.ApiKey;
import city.chengmai.ingest.gateway.key.KeyFile;
import city.chengmai.ingest.gateway.open311.ServedCity;
import city.chengmai.ingest.room.DiskRoom;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A client that knows GeoReport v2 from its public specification and nothing of this code: it finds
 * the endpoint by discovery, lists services, files a request, reads it back, filters and pages, in
 * XML and in JSON.
 */
@TestInstance(Lifecycle.PER_CLASS)
class Open311ClientIT {

  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
  private static final String READS = "INGEST_GATEWAY_READS_PER_MINUTE";
  private static final String KEY = ApiKey.make();
  private static final String SENSOR_KEY = ApiKey.make();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final List<String> REQUEST_FIELDS =
      List.of(
          "service_request_id",
          "status",
          "status_notes",
          "service_name",
          "service_code",
          "description",
          "agency_responsible",
          "service_notice",
          "requested_datetime",
          "updated_datetime",
          "expected_datetime",
          "address",
          "address_id",
          "zipcode",
          "lat",
          "long",
          "media_url");

  private ChildBroker broker;
  private EmbeddedClickHouse engine;
  private IngestService service;
  private Gateway gateway;
  private Settings settings;
  private KeyFile keys;
  private ClickHouseClient reader;
  private String endpoint;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    broker = ChildBroker.start(directory.resolve("kafka"));
    engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
    settings = settings(directory.resolve("ingest"), Map.of(READS, "1000000"));
    IngestService.prepare(settings, TestCity.create(), InstantSource.system());
    service = new IngestService(settings, TestCity.create(), CLOCK, new SimpleMeterRegistry());
    service.start(Duration.ofMinutes(2));
    keys = new KeyFile(directory.resolve("keys.yaml"));
    keys.add("app", entry("app", KEY) + "  open311-source: urn:app:open311\n");
    keys.add("sensor", entry("sensor", SENSOR_KEY));
    gateway = gateway(settings, CLOCK);
    reader = new ClickHouseClient(engine.reader());
    endpoint = discover();
    seed();
  }

  @AfterAll
  void stop() throws Exception {
    reader.close();
    gateway.close();
    service.close();
    engine.close();
    broker.close();
  }

  @Test
  void listsServicesInBothForms() throws Exception {
    JsonNode list = json(get("/services.json"), 200);
    assertThat(list.isArray()).isTrue();
    JsonNode service = list.get(0);
    assertThat(names(service))
        .contains(
            "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
    assertThat(service.path("metadata").isBoolean()).isTrue();
    assertThat(service.path("type").asText()).isEqualTo("realtime");
    Element root = xml(get("/services.xml"), 200);
    assertThat(root.getTagName()).isEqualTo("services");
    Element first = children(root).get(0);
    assertThat(first.getTagName()).isEqualTo("service");
    assertThat(text(first, "service_code")).isEqualTo(service.path("service_code").asText());
    assertThat(text(first, "service_name")).isEqualTo(service.path("service_name").asText());
    assertThat(text(first, "metadata")).isEqualTo("false");
  }

  @Test
  void definesAService() throws Exception {
    String code = json(get("/services.json"), 200).get(0).path("service_code").asText();
    JsonNode definition = json(get("/services/" + code + ".json"), 200);
    assertThat(definition.path("service_code").asText()).isEqualTo(code);
    assertThat(definition.path("attributes").isArray()).isTrue();
    Element root = xml(get("/services/" + code + ".xml"), 200);
    assertThat(root.getTagName()).isEqualTo("service_definition");
    assertThat(text(root, "service_code")).isEqualTo(code);
    assertThat(json(get("/services/nothing.json"), 404).get(0).path("code").asInt()).isEqualTo(404);
  }

  @Test
  void filesARequestAndReadsItBack() throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_key", KEY);
    form.put("jurisdiction_id", "");
    form.put("service_code", "street-order");
    form.put("lat", "31.21");
    form.put("long", "121.425");
    form.put("address_string", "滨河路 12 号 & corner");
    form.put("email", "ouyang@example.org");
    form.put("device_id", "tt222111");
    form.put("account_id", "123456");
    form.put("first_name", "静思");
    form.put("last_name", "欧阳");
    form.put("phone", "13912345678");
    form.put("description", "欧阳静思: bikes < everywhere, call 13912345678\nor ouyang@example.org");
    form.put("media_url", "http://example.org/photo.jpg");
    form.put("attribute[COLOUR]", "green");
    JsonNode filed = json(post("/requests.json", form), 200);
    String id = filed.get(0).path("service_request_id").asText();
    assertThat(id).isNotBlank();
    assertThat(filed.get(0).has("token")).isFalse();
    awaitStored(id);

    JsonNode request = json(get("/requests/" + id + ".json"), 200).get(0);
    assertThat(names(request)).containsExactlyElementsOf(REQUEST_FIELDS);
    assertThat(request.path("status").asText()).isEqualTo("open");
    assertThat(request.path("service_code").asText()).isEqualTo("street-order");
    assertThat(request.path("lat").doubleValue()).isEqualTo(31.21);
    assertThat(request.path("long").doubleValue()).isEqualTo(121.425);
    assertThat(request.path("address").asText()).isEqualTo("滨河路 12 号 & corner");
    assertThat(request.path("requested_datetime").asText()).isEqualTo("2026-06-01T08:00:00+08:00");
    assertThat(request.path("description").asText()).contains("bikes < everywhere", "green");
    Element same = children(xml(get("/requests/" + id + ".xml"), 200)).get(0);
    assertThat(same.getTagName()).isEqualTo("request");
    assertThat(children(same).stream().map(Element::getTagName))
        .containsExactlyElementsOf(REQUEST_FIELDS);
    assertThat(text(same, "description")).isEqualTo(request.path("description").asText());
    assertThat(text(same, "lat")).isEqualTo("31.21");

    JsonNode token = json(get("/tokens/" + id + ".json"), 200).get(0);
    assertThat(token.path("service_request_id").asText()).isEqualTo(id);
    assertThat(token.path("token").asText()).isEqualTo(id);
    String everything =
        get("/requests/" + id + ".json").body()
            + get("/requests.xml").body()
            + reader.rows("SELECT * FROM cases")
            + reader.rows("SELECT * FROM events")
            + reader.rows("SELECT * FROM dead_letters");
    assertThat(everything).doesNotContain("13912345678", "欧阳静思", "ouyang@example.org", "tt222111");
  }

  @Test
  void filesInXmlAndByAddressAlone() throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_key", KEY);
    form.put("service_code", "street-order");
    form.put("address_string", "Corner of 5th street");
    form.put("description", "");
    Element root = xml(post("/requests.xml", form), 200);
    assertThat(root.getTagName()).isEqualTo("service_requests");
    String id = text(children(root).get(0), "service_request_id");
    awaitStored(id);
    Element request = children(xml(get("/requests/" + id + ".xml"), 200)).get(0);
    assertThat(text(request, "address")).isEqualTo("Corner of 5th street");
    assertThat(text(request, "lat")).isEmpty();
  }

  @Test
  void filtersByTimeStatusServiceAndId() throws Exception {
    String may = "start_date=2026-05-01T00:00:00Z&end_date=2026-05-31T00:00:00Z";
    List<String> all = ids(get("/requests.json?" + may));
    assertThat(all).hasSize(12).doesNotHaveDuplicates();
    List<String> closed = ids(get("/requests.json?status=closed&" + may));
    List<String> open = ids(get("/requests.json?status=open&" + may));
    assertThat(closed).containsExactlyInAnyOrder("seed-00", "seed-01", "seed-02");
    assertThat(open).hasSize(9).doesNotContainAnyElementsOf(closed);
    assertThat(ids(get("/requests.json?status=open,closed&" + may))).isEqualTo(all);
    assertThat(ids(get("/requests.json?service_code=street-order&status=&" + may))).isEqualTo(all);
    assertThat(ids(get("/requests.json?service_request_id=seed-03,seed-05&status=closed")))
        .containsExactlyInAnyOrder("seed-03", "seed-05");
    String hour = "start_date=2026-05-01T13:00:00%2B08:00&end_date=2026-05-01T14:00:00+08:00";
    assertThat(ids(get("/requests.json?" + hour))).containsExactly("seed-02", "seed-01");
    assertThat(ids(get("/requests.json"))).containsAll(all);
  }

  @Test
  void pagesWithoutGapsOrRepeats() throws Exception {
    String may = "start_date=2026-05-01T00:00:00Z&end_date=2026-05-31T00:00:00Z";
    List<String> paged = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      paged.addAll(ids(get("/requests.json?page_size=5&page=" + page + "&" + may)));
    }
    assertThat(paged).isEqualTo(ids(get("/requests.json?" + may)));
    assertThat(children(xml(get("/requests.xml?page_size=5&page=3&" + may), 200))).hasSize(2);
  }

  @Test
  void aClosedRequestSaysWhenAndWhy() throws Exception {
    JsonNode request =
        json(get("/requests/seed-01.json", "Accept-Language", "en-GB,en;q=0.8"), 200).get(0);
    assertThat(request.path("status").asText()).isEqualTo("closed");
    assertThat(request.path("status_notes").asText()).isEqualTo("Done");
    assertThat(request.path("service_name").asText()).isEqualTo("Street order");
    assertThat(request.path("updated_datetime").asText()).isEqualTo("2026-05-01T14:00:00+08:00");
    assertThat(request.path("expected_datetime").asText()).isEqualTo("2026-05-02T12:00:00+08:00");
    JsonNode chinese = json(get("/requests/seed-01.json"), 200).get(0);
    assertThat(chinese.path("service_name").asText()).isEqualTo("街面秩序");
  }

  @Test
  void errorsComeInTheFormOfTheSpecification() throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("service_code", "street-order");
    form.put("lat", "31.21");
    form.put("long", "121.425");
    Element root = xml(post("/requests.xml", form), 403);
    assertThat(root.getTagName()).isEqualTo("errors");
    Element error = children(root).get(0);
    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(text(error, "code")).isEqualTo("403");
    assertThat(text(error, "description")).contains("api_key");
    form.put("api_key", "wrong");
    assertThat(error(post("/requests.json", form), 403)).contains("api_key");
    form.put("api_key", SENSOR_KEY);
    assertThat(error(post("/requests.json", form), 403)).contains("may not file");
    form.put("api_key", KEY);
    form.put("lat", "48.85");
    form.put("long", "2.35");
    assertThat(error(post("/requests.json", form), 400)).contains("outside the city");
    form.remove("lat");
    assertThat(error(post("/requests.json", form), 400)).contains("lat and long");
    form.remove("long");
    assertThat(error(post("/requests.json", form), 400)).contains("address_string");
    form.put("service_code", "nothing");
    assertThat(error(post("/requests.json", form), 404)).contains("service_code");
    form.remove("service_code");
    assertThat(error(post("/requests.json", form), 400)).contains("service_code");
    assertThat(error(get("/requests/nothing.json"), 404)).contains("nothing");
    assertThat(error(get("/tokens/nothing.json"), 404)).contains("nothing");
    assertThat(error(get("/requests.json?jurisdiction_id=elsewhere.gov"), 404))
        .contains("jurisdiction_id");
    assertThat(error(get("/requests.json?start_date=yesterday"), 400)).contains("start_date");
    assertThat(
            error(
                get("/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-05-01T00:00:00Z"),
                400))
        .contains("90 days");
    assertThat(error(get("/requests.json?status=solved"), 400)).contains("status");
    assertThat(error(get("/requests.json?page=0"), 400)).contains("page");
  }

  @Test
  void aRequestThatIsFiledAgainUnderItsKeyIsFiledOnce() throws Exception {
    String again = "8e03978e-40d5-43e8-bc93-6894a57f9324";
    Map<String, String> form = form("filed again");
    String id = filed(post("/requests.json", form, "Idempotency-Key", again));
    assertThat(filed(post("/requests.json", form, "Idempotency-Key", '"' + again + '"')))
        .as("at once, and quoted as the draft of the header wants it")
        .isEqualTo(id);
    assertThat(error(post("/requests.json", form("another"), "Idempotency-Key", again), 400))
        .contains("another request was filed");
    assertThat(filed(post("/requests.json", form, "Idempotency-Key", again + "-other")))
        .isNotEqualTo(id);
    assertThat(filed(post("/requests.json", form))).isNotEqualTo(id);
    assertThat(error(post("/requests.json", form, "Idempotency-Key", "short"), 400))
        .contains("16 to 255");
    awaitStored(id);
    InstantSource later = InstantSource.fixed(CLOCK.instant().plusSeconds(60));
    try (Gateway restarted = gateway(settings, later)) {
      String elsewhere = endpoint.replace(":" + gateway.port(), ":" + restarted.port());
      HttpResponse<String> answer =
          post(elsewhere, "/requests.json", form, "Idempotency-Key", again);
      assertThat(filed(answer)).as("another process, a minute later").isEqualTo(id);
    }
    String same = " WHERE subject = '" + id + "'";
    assertThat(reader.scalar("SELECT count() FROM events" + same)).isEqualTo("1");
    assertThat(reader.scalar("SELECT count() FROM event_revisions" + same)).isEqualTo("0");
    assertThat(reader.scalar("SELECT count() FROM cases WHERE case_id = '" + id + "'"))
        .isEqualTo("1");
  }

  @Test
  void readersWithoutAKeyHaveARate() throws Exception {
    Settings few = settings(settings.get(IngestSettings.DATA_DIRECTORY), Map.of(READS, "3"));
    try (Gateway slow = gateway(few, CLOCK)) {
      URI services =
          URI.create(endpoint.replace(":" + gateway.port(), ":" + slow.port()) + "/services.json");
      for (int i = 0; i < 3; i++) {
        json(send(HttpRequest.newBuilder(services)), 200);
      }
      HttpResponse<String> refused = send(HttpRequest.newBuilder(services));
      assertThat(error(refused, 429)).contains("3 requests a minute");
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
      json(send(HttpRequest.newBuilder(services).header("Authorization", "Bearer " + KEY)), 200);
      HttpRequest.Builder wrong = HttpRequest.newBuilder(services);
      error(send(wrong.header("Authorization", "Bearer nobody")), 429);
    }
  }

  private static Map<String, String> form(String description) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_key", KEY);
    form.put("service_code", "street-order");
    form.put("lat", "31.21");
    form.put("long", "121.425");
    form.put("description", description);
    return form;
  }

  private static String filed(HttpResponse<String> answer) throws Exception {
    return json(answer, 200).get(0).path("service_request_id").asText();
  }

  private Gateway gateway(Settings given, InstantSource clock) {
    ServedCity city = new ServedCity(TestCity.create(), clock, 150);
    return Gateway.start(given, city, keys, new SimpleMeterRegistry(), DiskRoom.unwatched());
  }

  /** Discovery names the endpoint for the specification and its forms. */
  private String discover() throws Exception {
    String base = "http://127.0.0.1:" + gateway.port() + "/open311";
    Element root = xml(send(HttpRequest.newBuilder(URI.create(base + "/discovery.xml"))), 200);
    assertThat(root.getTagName()).isEqualTo("discovery");
    JsonNode document =
        json(send(HttpRequest.newBuilder(URI.create(base + "/discovery.json"))), 200);
    assertThat(names(document)).containsExactly("changeset", "contact", "key_service", "endpoints");
    for (JsonNode candidate : document.path("endpoints")) {
      if (candidate.path("specification").asText().equals(SPECIFICATION)) {
        assertThat(candidate.path("formats"))
            .extracting(JsonNode::asText)
            .contains("text/xml", "application/json");
        return candidate.path("url").asText();
      }
    }
    throw new AssertionError("no endpoint speaks " + SPECIFICATION + ": " + document);
  }

  /** Twelve cases, one an hour from noon of 1 May; the first three are closed. */
  private void seed() throws Exception {
    GatewayClient client = new GatewayClient(gateway.port(), SENSOR_KEY);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = "seed-" + i / 10 + i % 10;
      events.add(
          text(
              event(
                  EventType.CASE_REPORTED,
                  id,
                  60 * i,
                  "{'category':'street-order','channel':'app','point':{'longitude':121.415,'latitude':31.21}}")));
      events.add(
          text(
              event(
                  EventType.CASE_FILED, id, 60 * i + 30, "{'dueAt':'2026-05-02T12:00:00+08:00'}")));
      if (i < 3) {
        events.add(text(event(EventType.CASE_CLOSED, id, 60 * i + 60, "{'manner':'direct'}")));
      }
    }
    byte[] batch = ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
    assertThat(client.post(GatewayClient.BATCH, batch).statusCode()).isEqualTo(202);
    while (!reader
        .scalar(
            "SELECT countIf(stage = 'closed') = 3 AND count() = 12 FROM cases WHERE case_id LIKE"
                + " 'seed-%'")
        .equals("1")) {
      Thread.sleep(50);
    }
  }

  private void awaitStored(String id) throws Exception {
    HttpResponse<String> response = get("/requests/" + id + ".json");
    while (response.statusCode() == 404) {
      Thread.sleep(50);
      response = get("/requests/" + id + ".json");
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws Exception {
    return post(endpoint, path, form, headers);
  }

  private static HttpResponse<String> post(
      String base, String path, Map<String, String> form, String... headers) throws Exception {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    return JSON.readTree(response.body());
  }

  private static Element xml(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
    assertThat(response.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    return document.getDocumentElement();
  }

  private static String error(HttpResponse<String> response, int status) throws Exception {
    JsonNode errors = json(response, status);
    assertThat(errors.get(0).path("code").asInt()).isEqualTo(status);
    return errors.get(0).path("description").asText();
  }

  private static List<String> ids(HttpResponse<String> response) throws Exception {
    return json(response, 200).findValuesAsText("service_request_id");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no element " + name))
        .getTextContent();
  }

  private static String text(Event event) {
    return new String(TestEvents.bytes(event), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String entry(String name, String key) {
    return name
        + ":\n  key-sha256: "
        + ApiKey.hashText(key)
        + "\n  sources: [\"urn:test\"]\n  types: [\"cn.grid.*\"]\n";
  }

  private Settings settings(Path directory, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(engine.environment());
    values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    values.put("INGEST_DATA_DIRECTORY", directory.toString());
    values.put("INGEST_GATEWAY_PORT", "0");
    values.putAll(more);
    return new Settings(Map.of(), values);
  }
}
