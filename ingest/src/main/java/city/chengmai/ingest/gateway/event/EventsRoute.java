package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.ingest.gateway.http.Answer;
import city.chengmai.ingest.gateway.http.Problem;
import city.chengmai.ingest.gateway.http.RequestBody;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.ingest.gateway.http.Route;
import city.chengmai.ingest.gateway.key.Credentials;
import city.chengmai.ingest.gateway.key.RateGate;
import city.chengmai.ingest.gateway.key.Source;
import city.chengmai.ingest.gateway.publish.Admitted;
import city.chengmai.ingest.gateway.publish.EventPublisher;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.log.LineLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** {@code POST /events}: one CloudEvent or a batch of them. */
public final class EventsRoute implements Route {

  private final Credentials credentials;
  private final Door door;
  private final EventPublisher publisher;
  private final GatewayMetrics metrics;
  private final RequestLog log = new RequestLog(new LineLimit());

  /** A route that takes events of sources with a key. */
  public EventsRoute(
      Credentials credentials,
      EventSchemas schemas,
      EventPublisher publisher,
      GatewayMetrics metrics) {
    this.credentials = credentials;
    this.door = new Door(schemas);
    this.publisher = publisher;
    this.metrics = metrics;
  }

  @Override
  public CompletableFuture<Answer> answer(Request request) {
    if (!HttpMethod.POST.is(request.getMethod())) {
      throw new RequestRefused(405, "bad-method", "events are sent with POST")
          .with("Allow", "POST");
    }
    Source source = credentials.require(request);
    ContentMode mode = ContentMode.of(request.getHeaders());
    return RequestBody.read(request, mode.largestBody())
        .thenApply(body -> events(request, mode, body))
        .thenCompose(events -> take(events, source, mode, request.getComponents().getExecutor()));
  }

  @Override
  public Answer refusal(Request request, RequestRefused refused) {
    metrics.count(GatewayMetrics.UNKNOWN, refused.reason(), 1);
    return Problem.of(refused);
  }

  private static List<byte[]> events(Request request, ContentMode mode, byte[] body) {
    return switch (mode) {
      case STRUCTURED -> List.of(body);
      case BATCH -> BatchReader.split(body);
      case BINARY -> List.of(BinaryReader.structured(request.getHeaders(), body));
    };
  }

  // Kafka acknowledges on the one thread that sends: what follows is not done there.
  private CompletableFuture<Answer> take(
      List<byte[]> events, Source source, ContentMode mode, Executor threads) {
    RateGate.require(source, events.size());
    List<Door.Verdict> verdicts = events.stream().map(bytes -> door.check(bytes, source)).toList();
    List<Admitted> admitted =
        verdicts.stream()
            .filter(verdict -> verdict.refused() == null)
            .map(Door.Verdict::admitted)
            .toList();
    List<CompletableFuture<String>> acknowledged = publisher.publish(admitted);
    return CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new))
        .thenApplyAsync(done -> results(verdicts, acknowledged), threads)
        .thenApply(results -> answer(results, source, mode));
  }

  private static List<EventResult> results(
      List<Door.Verdict> verdicts, List<CompletableFuture<String>> acknowledged) {
    List<EventResult> results = new ArrayList<>();
    int sent = 0;
    for (Door.Verdict verdict : verdicts) {
      if (verdict.refused() != null) {
        results.add(verdict.refused());
        continue;
      }
      String source = verdict.admitted().source();
      String id = verdict.admitted().id();
      String fault = acknowledged.get(sent++).join();
      results.add(
          fault.isEmpty()
              ? EventResult.accepted(source, id)
              : EventResult.unconfirmed(source, id, fault));
    }
    return results;
  }

  private Answer answer(List<EventResult> results, Source source, ContentMode mode) {
    results.forEach(result -> metrics.count(source.name(), result.outcome(), 1));
    String request = log.of(source.name(), results);
    Answer answer =
        mode == ContentMode.BATCH ? Results.ofBatch(results) : Results.ofOne(results.get(0));
    return answer.with(RequestLog.HEADER, request);
  }
}
