package city.chengmai.datasets.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTTP request to the server and its answer; turns every fault into a StoreException. */
final class HttpExchange implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Each client has a selector thread and a pool of connections: one is enough for a process. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final ClickHouseEndpoint endpoint;
  private volatile boolean closed;

  HttpExchange(ClickHouseEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  HttpRequest statement(ClickHouseQuery query, String format) {
    return statement(query, format, AnswerLimit.of(query));
  }

  HttpRequest statement(ClickHouseQuery query, String format, Duration limit) {
    Map<String, String> arguments = new LinkedHashMap<>(query.settings());
    query.parameters().forEach((name, value) -> arguments.put("param_" + name, value));
    query.id().ifPresent(id -> arguments.put("query_id", id));
    arguments.put("default_format", format);
    return request(arguments, BodyPublishers.ofString(query.sql()), limit);
  }

  HttpRequest insert(Map<String, String> arguments, InsertBlock block) {
    HttpRequest.BodyPublisher body = BodyPublishers.ofByteArray(block.bytes(), 0, block.length());
    return request(arguments, body, AnswerLimit.LONG);
  }

  String text(HttpRequest request, String attempted) {
    HttpResponse<InputStream> response = open(request, attempted, false);
    try (ResultBody body = new ResultBody(response.body(), attempted, summary(response))) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw unavailable(attempted, broken);
    }
  }

  ResultBody body(HttpRequest request, String format, String attempted) {
    HttpResponse<InputStream> response = open(request, attempted, true);
    String answered = response.headers().firstValue("X-ClickHouse-Format").orElse(format);
    if (!answered.equals(format)) {
      closeQuietly(response.body());
      throw new StoreException(
          ErrorCategory.STORE_REFUSED,
          attempted + ": leave out FORMAT " + answered + ", the format is chosen by the caller");
    }
    return new ResultBody(response.body(), attempted, summary(response));
  }

  private static ReadSummary summary(HttpResponse<InputStream> response) {
    return ReadSummary.of(response.headers().firstValue(ReadSummary.HEADER).orElse("{}"));
  }

  private HttpResponse<InputStream> open(HttpRequest request, String attempted, boolean repeat) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    HttpResponse<InputStream> response = send(request, attempted, repeat);
    if (response.statusCode() == 200) {
      return response;
    }
    try (InputStream body = response.body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      throw ServerError.of(attempted + " as " + endpoint.user(), response.statusCode(), text);
    } catch (IOException broken) {
      throw unavailable(attempted, broken);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request, String attempted, boolean repeat) {
    try {
      Duration stillness = request.timeout().orElse(AnswerLimit.LONG);
      return HTTP.send(request, answer -> new ArrivingBody(stillness));
    } catch (ConnectException refused) {
      throw unavailable(attempted, refused);
    } catch (HttpTimeoutException late) {
      // Not asked again: a server that is overloaded is not helped by the same question twice.
      throw late(request, attempted, late);
    } catch (IOException stale) {
      // A pooled connection the server had already dropped: a read may be asked again, once.
      if (repeat) {
        return send(request, attempted, false);
      }
      throw unavailable(attempted, stale);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE, attempted + ": interrupted", interrupted);
    }
  }

  private HttpRequest request(
      Map<String, String> arguments, HttpRequest.BodyPublisher body, Duration limit) {
    Map<String, String> all = new LinkedHashMap<>(endpoint.settings());
    all.putAll(arguments);
    String encoded =
        all.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(endpoint.url().resolve("/") + "?" + encoded))
        .header("X-ClickHouse-User", endpoint.user())
        .header("X-ClickHouse-Key", endpoint.password())
        .header("X-ClickHouse-Database", endpoint.database())
        .timeout(limit)
        .POST(body)
        .build();
  }

  private StoreException late(HttpRequest request, String attempted, HttpTimeoutException cause) {
    return new StoreException(
        ErrorCategory.STORE_UNAVAILABLE,
        attempted
            + ": ClickHouse at "
            + endpoint.url()
            + " did not begin to answer within "
            + request.timeout().map(Duration::toSeconds).orElse(0L)
            + " s; see what it is busy with in system.processes, or restart it",
        cause);
  }

  private StoreException unavailable(String attempted, IOException cause) {
    return new StoreException(
        ErrorCategory.STORE_UNAVAILABLE,
        attempted
            + ": no answer from ClickHouse at "
            + endpoint.url()
            + "; start it, or correct clickhouse.url ("
            + cause
            + ")",
        cause);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException alreadyGone) {
      // Nothing of it was wanted.
      return;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
