package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.notify.Situation.Episode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final QuietPeriod NIGHT = new QuietPeriod(LocalTime.of(22, 0), LocalTime.of(7, 0));

  @Test
  void aQuietTimeMayReachOverMidnight_halfOpen() {
    assertThat(end("2026-03-20T13:59:59Z")).isEmpty();
    assertThat(end("2026-03-20T14:00:00Z")).contains(Instant.parse("2026-03-20T23:00:00Z"));
    assertThat(end("2026-03-20T22:59:59Z")).contains(Instant.parse("2026-03-20T23:00:00Z"));
    assertThat(end("2026-03-20T23:00:00Z")).isEmpty();
  }

  private static Optional<Instant> end(String at) {
    return QuietPeriod.end(List.of(NIGHT), Instant.parse(at), ZONE);
  }

  @Test
  void quietTimesThatCoverTheWholeDayEnd_ratherThanLoop() {
    List<QuietPeriod> always =
        List.of(NIGHT, new QuietPeriod(LocalTime.of(7, 0), LocalTime.of(22, 0)));
    assertThat(QuietPeriod.end(always, Instant.parse("2026-03-20T00:00:00Z"), ZONE)).isPresent();
  }

  @Test
  void findingsThatOverlapOrTouchAreOneEpisode() {
    Instant t = Instant.parse("2026-03-20T00:00:00Z");
    assertThat(
            Episodes.join(
                List.of(
                    episode(t, 50, 60),
                    episode(t, 0, 10),
                    episode(t, 10, 30),
                    episode(t, 5, 20),
                    new Episode(t.plusSeconds(70), Optional.empty()))))
        .containsExactly(
            episode(t, 0, 30),
            episode(t, 50, 60),
            new Episode(t.plusSeconds(70), Optional.empty()));
  }

  private static Episode episode(Instant t, long from, long to) {
    return new Episode(t.plusSeconds(from), Optional.of(t.plusSeconds(to)));
  }

  @Test
  void triesComeSlowerAndEnd() {
    Backoff backoff = new Backoff(Duration.ofSeconds(30), 12);
    assertThat(backoff.after(1)).contains(Duration.ofSeconds(30));
    assertThat(backoff.after(3)).contains(Duration.ofMinutes(2));
    assertThat(backoff.after(11)).contains(Duration.ofHours(1));
    assertThat(backoff.after(12)).isEmpty();
  }

  /** Test case 2 of RFC 4231. */
  @Test
  void theSignatureIsThatOfTheStandard() {
    assertThat(
            WebhookSender.signature(
                "Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void theDocumentedExampleIsRead() throws Exception {
    List<Channel> channels =
        new ChannelFile(Map.of("DUTY_DESK_SECRET", "s", "SMTP_PASSWORD", "p"), Duration.ofHours(24))
            .read(Path.of("src/main/examples/channels.yaml"));
    assertThat(channels).extracting(Channel::name).containsExactly("duty-desk", "leaders");
    Channel desk = channels.get(0);
    assertThat(desk.quiet()).hasSize(2);
    assertThat(desk.escalation().orElseThrow().to()).isEqualTo("leaders");
    assertThat(desk.toString()).doesNotContain("[s]");
    assertThat(Files.readString(Path.of("README.md"))).contains("src/main/examples/channels.yaml");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertRefused("channels: [{name: A b, kind: mail}]", "a name has 1 to 40");
    assertRefused("channels: [{name: a, kind: pigeon}]", "expected webhook or mail");
    assertRefused("channels: [{name: a, kind: webhook, target: 'ftp://x'}]", "target");
    assertRefused("channels: [{name: a, kind: mail, target: x@y}]", "smtp");
    assertRefused(hook("severities: [loud]"), "loud");
    assertRefused(hook("rules: [A99]"), "A99");
    assertRefused(hook("quiet: [{from: '7', to: '8'}]"), "channel a");
    assertRefused(hook("quiet: [{from: '07:00', to: '07:00'}]"), "are both");
    assertRefused(hook("escalation: {after-minutes: 5, to: nobody}"), "nobody");
    assertRefused(hook("escalation: {after-minutes: 1441, to: a}"), "at most 1440");
    assertRefused(hook("secret-environment: NOT_SET"), "NOT_SET");
    assertRefused(hook("volume: 11"), "volume");
    assertRefused(hook("flapping: {times: 1, minutes: 5}"), "at least 2");
  }

  private static String hook(String more) {
    return "channels: [{name: a, kind: webhook, target: 'http://127.0.0.1/', " + more + "}]";
  }

  private static void assertRefused(String yaml, String words) {
    assertThatThrownBy(() -> new ChannelFile(Map.of(), Duration.ofHours(24)).read(yaml, "test"))
        .as(yaml)
        .hasMessageContaining(words);
  }
}
