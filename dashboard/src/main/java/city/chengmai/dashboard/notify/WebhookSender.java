package city.chengmai.dashboard.notify;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts JSON. {@code Idempotency-Key} is the delivery's name, the same for every try; with a
 * secret, {@code X-Chengmai-Signature} is {@code sha256=} and the HMAC-SHA256 (RFC 2104) of the
 * body in hex.
 */
final class WebhookSender implements Sender {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IN_ALL = CONNECT.plus(PATIENCE);
  private static final int SHOWN = 200;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Receiver.Webhook webhook;

  WebhookSender(Receiver.Webhook webhook) {
    this.webhook = webhook;
  }

  @Override
  public Answer send(Message message) {
    byte[] body = message.json().getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", message.id())
            .header("User-Agent", "chengmai");
    webhook.secret().ifPresent(s -> request.header("X-Chengmai-Signature", signature(s, body)));
    return answer(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  // The time-out of a request ends with the headers: the body has limits of its own.
  private static Answer answer(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> sent =
        CLIENT.sendAsync(request, headers -> new ShortBody());
    try {
      HttpResponse<String> answer = sent.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
      boolean accepted = answer.statusCode() / 100 == 2;
      return new Answer(accepted, shown("HTTP " + answer.statusCode() + " " + answer.body()));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Answer(false, shown(cause.getClass().getSimpleName() + " " + cause.getMessage()));
    } catch (TimeoutException e) {
      sent.cancel(true);
      return new Answer(false, "no answer within " + IN_ALL);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer(false, "interrupted");
    }
  }

  static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java runtime", e);
    }
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
