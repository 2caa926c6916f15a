package city.chengmai.dashboard.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;

/** Somebody at a browser of their own who does one thing, thinks, and does the next. */
abstract class Visitor implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String dashboard;
  private final Thread thread;
  private final Random random;
  private volatile boolean closing;

  Visitor(String name, String dashboard, long seed) {
    this.dashboard = dashboard;
    this.random = new Random(seed);
    this.thread = new Thread(this::live, name);
    thread.setDaemon(true);
  }

  final void start() {
    thread.start();
  }

  @Override
  public final void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(10_000);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does one thing; a server that is away makes it end with an exception. */
  abstract void act() throws IOException, InterruptedException;

  /** Thinks between two things, in milliseconds at most. */
  abstract int longestThought();

  final Random random() {
    return random;
  }

  final boolean closing() {
    return closing;
  }

  final HttpClient http() {
    return http;
  }

  final HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(dashboard + address)).header("Cookie", "lang=zh-CN");
  }

  final HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(
        request(address).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  final HttpResponse<String> post(String address, String json)
      throws IOException, InterruptedException {
    return http.send(
        request(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private void live() {
    while (!closing) {
      try {
        Thread.sleep(random.nextInt(longestThought()));
        act();
      } catch (IOException away) {
        pause();
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
