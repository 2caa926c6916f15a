package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.gateway.http.Answer;
import city.chengmai.ingest.gateway.http.ReadGate;
import city.chengmai.ingest.gateway.http.RequestBody;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.ingest.gateway.http.Route;
import city.chengmai.ingest.gateway.key.Credentials;
import city.chengmai.ingest.gateway.key.KeyRing;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.place.Locator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Everything below {@code /open311}. Reading needs no key, filing does. */
public final class Open311Route implements Route {

  private static final int LARGEST_FORM = 64 << 10;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ResourcePath REQUESTS = new ResourcePath("requests", Optional.empty());
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** The specification has 400 for every other refusal; what caches and proxies act on stays. */
  private static final Set<Integer> OWN_STATUS = Set.of(403, 404, 429, 500, 503);

  private final String jurisdiction;
  private final Services services;
  private final StoredRequests stored;
  private final RequestDocuments documents;
  private final RequestFiling filing;
  private final Discovery discovery;
  private final InstantSource clock;
  private final City city;
  private final GatewayMetrics metrics;
  private final KeyRing keys;
  private final ReadGate reads;

  /** The doors of a city: read through this client, filed through the gateway's own way. */
  public Open311Route(
      ServedCity served, ClickHouseClient reader, ReadGate reads, Sending sending, String url) {
    this.city = served.city();
    this.clock = served.clock();
    this.jurisdiction = city.name();
    this.services = new Services(city.categories());
    this.stored = new StoredRequests(reader);
    this.documents = new RequestDocuments(services, city.zone());
    Locator locator = new Locator(city.areas(), city.zone(), served.borderMetres());
    this.filing = new RequestFiling(services, stored, locator, clock, city.zone(), sending);
    this.keys = sending.keys();
    this.reads = reads;
    this.discovery =
        new Discovery(url, InstantSource.system().instant(), city.name().equals("demo"));
    this.metrics = sending.metrics();
  }

  @Override
  public CompletableFuture<Answer> answer(Request request) {
    ResourcePath path = ResourcePath.of(request);
    Arguments query = Arguments.ofQuery(request);
    requireJurisdiction(query);
    if (request.getMethod().equals("POST") && path.equals(REQUESTS)) {
      return file(request, query);
    }
    if (!READING.contains(request.getMethod())) {
      throw new RequestRefused(
          405, "bad-method", "only requests are filed, with POST; all else is read with GET");
    }
    requireRate(request, query);
    Words words = Words.of(request);
    Document document = read(request, path, query, words);
    return CompletableFuture.completedFuture(
        worded(document.answer(200, Format.of(request)), words));
  }

  @Override
  public Answer refusal(Request request, RequestRefused refused) {
    if (request.getMethod().equals("POST")) {
      metrics.count(GatewayMetrics.UNKNOWN, refused.reason(), 1);
    }
    int status = OWN_STATUS.contains(refused.status()) ? refused.status() : 400;
    ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    errors.addObject().put("code", refused.status()).put("description", refused.getMessage());
    Answer answer = new Document("errors", errors).answer(status, Format.of(request));
    for (Map.Entry<String, String> header : refused.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private Document read(Request request, ResourcePath path, Arguments query, Words words) {
    return switch (path.resource()) {
      case "discovery" -> discovery.document(request, words);
      case "services" -> path.id().map(services::definition).orElseGet(() -> services.list(words));
      case "requests" -> documents.requests(requests(path, query), words);
      case "tokens" -> {
        String token = path.id().orElseThrow(() -> missing("token"));
        one(token);
        yield RequestDocuments.token(token);
      }
      default ->
          throw new RequestRefused(
              404,
              "no-such-resource",
              "there are discovery, services, requests and tokens below /open311/v2/");
    };
  }

  private List<ObjectNode> requests(ResourcePath path, Arguments query) {
    return path.id()
        .map(this::one)
        .orElseGet(
            () -> stored.find(RequestFilter.of(query, services, clock.instant(), city.zone())));
  }

  private List<ObjectNode> one(String id) {
    List<ObjectNode> found = stored.find(RequestFilter.of(id));
    if (found.isEmpty()) {
      throw new RequestRefused(
          404,
          "no-such-request",
          "service_request_id or token \""
              + id
              + "\" was not found; one just filed takes a moment to be stored");
    }
    return found;
  }

  // Whoever files has a rate with the key, and may look after what was filed.
  private void requireRate(Request request, Arguments query) {
    Optional<String> key = query.text("api_key").or(() -> Credentials.bearer(request));
    if (key.flatMap(keys::holderOf).isEmpty()) {
      reads.require(request);
    }
  }

  private CompletableFuture<Answer> file(Request request, Arguments query) {
    String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw new RequestRefused(
          415, "bad-media-type", "the Content-Type is \"" + type + "\", expected " + FORM);
    }
    Words words = Words.of(request);
    Format format = Format.of(request);
    Optional<IdempotencyKey> again = IdempotencyKey.of(request);
    return RequestBody.read(request, LARGEST_FORM)
        .thenApply(body -> Arguments.ofForm(new String(body, StandardCharsets.UTF_8)))
        .thenCompose(form -> file(request, query, form, again))
        .thenApply(id -> worded(RequestDocuments.filed(id, words).answer(200, format), words));
  }

  private CompletableFuture<String> file(
      Request request, Arguments query, Arguments form, Optional<IdempotencyKey> again) {
    requireJurisdiction(form);
    Optional<String> key =
        form.text("api_key").or(() -> query.text("api_key")).or(() -> Credentials.bearer(request));
    return filing.file(form, key, again);
  }

  private void requireJurisdiction(Arguments arguments) {
    arguments
        .text("jurisdiction_id")
        .filter(id -> !id.equals(jurisdiction))
        .ifPresent(
            id -> {
              throw new RequestRefused(
                  404,
                  "unknown-jurisdiction",
                  "jurisdiction_id \""
                      + id
                      + "\" was not found; this endpoint serves \""
                      + jurisdiction
                      + "\" and needs none");
            });
  }

  private static RequestRefused missing(String name) {
    return new RequestRefused(400, "bad-argument", name + " was not provided");
  }

  private static Answer worded(Answer answer, Words words) {
    return answer
        .with("Content-Language", words.language())
        .with("Vary", "Accept, Accept-Language");
  }
}
