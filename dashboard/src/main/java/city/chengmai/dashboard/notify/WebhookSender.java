package city.chengmai.dashboard.notify;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
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
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      boolean accepted = answer.statusCode() / 100 == 2;
      return new Answer(accepted, shown("HTTP " + answer.statusCode() + " " + answer.body()));
    } catch (IOException e) {
      return new Answer(false, shown(e.getClass().getSimpleName() + " " + e.getMessage()));
    } catch (InterruptedException e) {
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
