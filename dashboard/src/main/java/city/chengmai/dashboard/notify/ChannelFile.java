package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.notify.Channel.Escalation;
import city.chengmai.dashboard.notify.Channel.Flapping;
import city.chengmai.dashboard.notify.Channel.Wish;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the YAML file of channels; the README of this module documents it. Secrets never stand in
 * it: it names a file or an environment variable that holds them. Every fault is a {@link
 * StoreException} of category bad configuration that names the channel and the key.
 */
public final class ChannelFile {

  private static final Set<String> SEVERITIES = Set.of("alarm", "warning", "notice");
  private static final int DEFAULT_FLAPPING_TIMES = 3;
  private static final int DEFAULT_FLAPPING_MINUTES = 60;
  private static final int SMTP_PORT = 25;
  private static final int MINUTES_OF_A_WEEK = 7 * 1440;

  private final AlertRules rules = AlertRules.bundled();
  private final Map<String, String> environment;
  private final Duration newest;

  /**
   * Reads with this environment, for secrets.
   *
   * @param newest how long an alert is news: handing up may not wait longer
   */
  public ChannelFile(Map<String, String> environment, Duration newest) {
    this.environment = Map.copyOf(environment);
    this.newest = newest;
  }

  /** The channels of a file. */
  public List<Channel> read(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw fault(file + ": could not be read: " + e.getMessage());
    }
  }

  List<Channel> read(String yaml, String name) {
    FileText text;
    try {
      text =
          YAMLMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(yaml, FileText.class);
    } catch (JacksonException e) {
      throw fault(name + ": " + e.getOriginalMessage());
    }
    if (text == null) {
      throw fault(name + ": expected the key channels, found nothing");
    }
    List<Channel> channels = whole(text.channels()).stream().map(this::channel).toList();
    requireTogether(channels, name);
    return channels;
  }

  private static void requireTogether(List<Channel> channels, String name) {
    Set<String> names = new HashSet<>();
    for (Channel channel : channels) {
      if (!names.add(channel.name())) {
        throw fault(name + ": channel " + channel.name() + " stands twice");
      }
    }
    for (Channel channel : channels) {
      channel
          .escalation()
          .filter(escalation -> !names.contains(escalation.to()))
          .ifPresent(
              escalation -> {
                throw fault(
                    "channel "
                        + channel.name()
                        + ": escalation to "
                        + escalation.to()
                        + ", which is no channel of "
                        + name);
              });
    }
  }

  private Channel channel(ChannelText text) {
    String name = text.name();
    if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw fault("channel " + name + ": a name has 1 to 40 lower-case letters, digits, dashes");
    }
    try {
      return new Channel(
          name,
          wish(text),
          whole(text.quiet()).stream().map(QuietText::period).toList(),
          or(text.alarmsPass(), true),
          minutes("digest-minutes", or(text.digestMinutes(), 0), 0),
          or(text.tellsEnd(), true),
          flapping(text.flapping()),
          Optional.ofNullable(text.escalation()).map(this::escalation),
          bulletins(or(text.bulletins(), List.of())),
          receiver(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw fault("channel " + name + ": " + e.getMessage());
    }
  }

  private Wish wish(ChannelText text) {
    List<String> severities = whole(text.severities());
    severities.stream()
        .filter(one -> !SEVERITIES.contains(one))
        .forEach(
            one -> {
              throw new IllegalArgumentException(
                  "severities: expected " + SEVERITIES + ", got " + one);
            });
    List<String> wanted = whole(text.rules());
    wanted.stream()
        .filter(one -> rules.find(one).isEmpty())
        .forEach(
            one -> {
              throw new IllegalArgumentException("rules: there is no rule " + one);
            });
    return new Wish(
        Set.copyOf(severities),
        Set.copyOf(wanted),
        Set.copyOf(whole(text.areas())),
        or(text.escalationsOnly(), false));
  }

  private static Set<BulletinKind> bulletins(List<String> names) {
    return names.stream()
        .map(
            name ->
                BulletinKind.of(name)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "bulletins: expected day, week, month or talk, got " + name)))
        .collect(Collectors.toSet());
  }

  private static Flapping flapping(FlappingText text) {
    return text == null
        ? new Flapping(DEFAULT_FLAPPING_TIMES, Duration.ofMinutes(DEFAULT_FLAPPING_MINUTES))
        : new Flapping(text.times(), minutes("flapping.minutes", text.minutes(), 1));
  }

  private Escalation escalation(EscalationText text) {
    Duration after = minutes("escalation.after-minutes", text.afterMinutes(), 1);
    if (after.compareTo(newest) > 0) {
      throw new IllegalArgumentException(
          "escalation.after-minutes: expected at most "
              + newest.toMinutes()
              + ", as dashboard.notify-newest-hours has it, got "
              + text.afterMinutes());
    }
    return new Escalation(after, text.to());
  }

  private Receiver receiver(ChannelText text) {
    String target = or(text.target(), "");
    return switch (or(text.kind(), "")) {
      case "webhook" ->
          new Receiver.Webhook(
              Targets.address(target),
              secret(text.secretFile(), text.secretEnvironment(), "secret"));
      case "mail" -> mail(text.smtp(), Targets.mails(target));
      default ->
          throw new IllegalArgumentException("kind: expected webhook or mail, got " + text.kind());
    };
  }

  private Receiver mail(SmtpText smtp, List<String> to) {
    if (smtp == null || smtp.host() == null || smtp.from() == null) {
      throw new IllegalArgumentException("smtp: host and from are needed");
    }
    return new Receiver.Mail(
        to,
        Targets.mails(smtp.from()).get(0),
        smtp.host(),
        or(smtp.port(), SMTP_PORT),
        Targets.encryption(or(smtp.encryption(), "starttls")),
        Optional.ofNullable(smtp.user()),
        secret(smtp.passwordFile(), smtp.passwordEnvironment(), "smtp.password"));
  }

  private Optional<String> secret(String file, String variable, String key) {
    if (file != null) {
      try {
        return Optional.of(Files.readString(Path.of(file)).strip());
      } catch (IOException e) {
        throw new IllegalArgumentException(key + "-file: " + file + " could not be read", e);
      }
    }
    Supplier<IllegalArgumentException> missing =
        () -> new IllegalArgumentException(key + "-environment: " + variable + " is not set");
    return variable == null
        ? Optional.empty()
        : Optional.of(Optional.ofNullable(environment.get(variable)).orElseThrow(missing));
  }

  private static Duration minutes(String key, int minutes, int least) {
    if (minutes < least || minutes > MINUTES_OF_A_WEEK) {
      throw new IllegalArgumentException(
          key + ": expected " + least + " to " + MINUTES_OF_A_WEEK + ", got " + minutes);
    }
    return Duration.ofMinutes(minutes);
  }

  /** A list as written, empty when it is not there. */
  private static <T> List<T> whole(List<T> given) {
    List<T> list = or(given, List.of());
    if (list.stream().anyMatch(Objects::isNull)) {
      throw fault("an entry of a list is empty; write it or leave out its dash");
    }
    return list;
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static StoreException fault(String message) {
    return new StoreException(ErrorCategory.BAD_CONFIGURATION, "channels: " + message);
  }

  private record FileText(List<ChannelText> channels) {}

  private record ChannelText(
      String name,
      String kind,
      String target,
      String secretFile,
      String secretEnvironment,
      List<String> severities,
      List<String> rules,
      List<String> areas,
      Boolean escalationsOnly,
      List<QuietText> quiet,
      Boolean alarmsPass,
      Integer digestMinutes,
      Boolean tellsEnd,
      FlappingText flapping,
      EscalationText escalation,
      List<String> bulletins,
      SmtpText smtp) {}

  private record QuietText(String from, String to) {
    QuietPeriod period() {
      if (from == null || to == null) {
        throw new IllegalArgumentException("quiet: from and to are needed");
      }
      return new QuietPeriod(LocalTime.parse(from), LocalTime.parse(to));
    }
  }

  private record FlappingText(int times, int minutes) {}

  private record EscalationText(int afterMinutes, String to) {}

  private record SmtpText(
      String host,
      Integer port,
      String encryption,
      String from,
      String user,
      String passwordFile,
      String passwordEnvironment) {}
}
