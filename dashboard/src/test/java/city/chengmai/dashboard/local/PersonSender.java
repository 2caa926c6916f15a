package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventType;
import city.chengmai.testing.PersonalPayloads;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sends events of every type with one person in every text through the gateway. */
final class PersonSender {

  static final String SOURCE = "urn:city:person";

  private static final Instant DAY = Instant.parse("2020-05-20T08:00:00Z");
  private static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");
  // The gateway lets a source send a hundred a second.
  private static final int A_SECOND = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI gateway;
  private final Path data;

  PersonSender(LocalPorts ports, Path data) {
    this.gateway = URI.create("http://127.0.0.1:" + ports.gateway() + "/events");
    this.data = data;
  }

  /** Returns how many events the gateway accepted; what it answers names nobody. */
  int send() throws IOException, InterruptedException {
    String key = key();
    int accepted = 0;
    List<String> events = events();
    for (int from = 0; from < events.size(); from += A_SECOND) {
      List<String> some = events.subList(from, Math.min(events.size(), from + A_SECOND));
      HttpResponse<String> response = post(key, "[" + String.join(",", some) + "]");
      while (response.statusCode() == 429 || response.statusCode() == 401) {
        Thread.sleep(100);
        response = post(key, "[" + String.join(",", some) + "]");
      }
      assertThat(response.statusCode()).as(response.body()).isBetween(202, 207);
      // A sender hears its own ids again, and nothing else that it said.
      assertThat(response.body().replaceAll("\"id\":\"[^\"]*\"", ""))
          .doesNotContain(PersonalPayloads.TRACES);
      accepted += response.body().split("\"accepted\"", -1).length - 1;
    }
    return accepted;
  }

  private String key() throws IOException, InterruptedException {
    Process maker =
        LocalProcess.java(
            "-jar",
            LocalProcess.ROOT.resolve("ingest/target/ingest.jar").toString(),
            "gateway-key",
            "person",
            "--add",
            "--set",
            "ingest.data-directory=" + new DataDirectory(data).of(Part.INGEST));
    String said = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(maker.waitFor()).as(said).isZero();
    return said.lines()
        .filter(line -> line.startsWith("key "))
        .map(line -> line.substring(4).strip())
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> post(String key, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(gateway)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Of each type: as it fits, in a grid, about the phone, from the future, and not fitting. */
  private static List<String> events() {
    List<String> events = new ArrayList<>();
    int minute = 0;
    for (EventType type : EventType.values()) {
      String family = type.localName().substring(0, type.localName().indexOf('.'));
      Instant time = DAY.plusSeconds(60L * minute++);
      ObjectNode fitting = PersonalPayloads.fitting(type);
      events.add(text(type, "person-" + family, time, fitting));
      events.add(text(type, "located-" + family, time, inWard(PersonalPayloads.fitting(type))));
      events.add(text(type, PersonalPayloads.PHONE, time, fitting));
      events.add(text(type, "future-" + family, FUTURE, fitting));
      events.add(text(type, "misfit-" + family, time, PersonalPayloads.misfit(type)));
    }
    return events;
  }

  private static ObjectNode inWard(ObjectNode payload) {
    if (payload.has("areaId")) {
      payload.put("areaId", "ward-1").remove("areaName");
    }
    return payload;
  }

  private static String text(EventType type, String subject, Instant time, ObjectNode data) {
    String id = subject + "-" + type.localName();
    return new String(
        EventCodec.encode(new Event(SOURCE, id, type, subject, time, data)),
        StandardCharsets.UTF_8);
  }
}
