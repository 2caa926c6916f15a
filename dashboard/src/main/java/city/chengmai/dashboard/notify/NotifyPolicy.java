package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.notify.Channel.Escalation;
import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.notify.Situation.Episode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is told to whom and when. Pure: from the alerts of a moment and the log of deliveries follow
 * the rows to write; the same input gives the same rows, and what is in the log is not told again.
 *
 * <ul>
 *   <li>An alert is told once an episode, unless a silent feed pauses it or people set it aside.
 *   <li>In a quiet time and while a digest is gathered it is held; what is due together is one
 *       message.
 *   <li>More than {@value Gathering#MOST_ALONE} within {@link Gathering#FLOOD} are a flood: one
 *       message, and what follows in that time is held.
 *   <li>From its n-th raise within the flapping time on an alert is held for that time; what is
 *       over by then is told as a summary.
 *   <li>What nobody acknowledged in time after the channel below was told, and what an officer
 *       handed up, is told to the channel above.
 *   <li>What began, or became as severe as it is, before {@code newest} ago is no news; the end of
 *       what was told always is.
 * </ul>
 */
public final class NotifyPolicy {

  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final ZoneId zone;
  private final Duration newest;
  private final double speed;

  /**
   * A policy.
   *
   * @param zone the city's, in which quiet times are meant
   * @param newest how long ago an episode may have begun to be told
   * @param speed how many seconds of the city pass in a real one
   */
  public NotifyPolicy(List<Channel> channels, ZoneId zone, Duration newest, double speed) {
    channels.forEach(channel -> this.channels.put(channel.name(), channel));
    this.zone = zone;
    this.newest = newest;
    this.speed = speed;
  }

  /**
   * The rows to write at a moment.
   *
   * @param now by the city's clock
   * @param real by the real clock
   * @param log the last attempt of each delivery
   */
  public List<Delivery> plan(
      Instant now, Instant real, Collection<Situation> alerts, Collection<Delivery> log) {
    Map<String, Delivery> known = new LinkedHashMap<>();
    log.forEach(delivery -> known.put(delivery.id(), delivery));
    List<Delivery> rows = new ArrayList<>();
    for (Channel channel : channels.values()) {
      Gathering gathering = new Gathering(channel, zone, now, real, known.values());
      for (Situation alert : alerts) {
        wanted(channel, alert, new Told(known, now, real, speed))
            .ifPresent(one -> gathering.add(one, alert));
      }
      Map<String, Situation> byId = byId(channel, alerts);
      Map<String, Situation> byPage = byPage(alerts);
      gathering.release(one -> alertOf(one, byId, byPage));
      rows.addAll(gathering.rows());
    }
    return rows;
  }

  private Optional<Delivery> wanted(Channel channel, Situation alert, Told told) {
    return occasion(channel, alert, told)
        .map(occasion -> delivery(channel, occasion, alert, told.now()))
        .filter(delivery -> told.find(delivery.id()).isEmpty());
  }

  private Optional<Occasion> occasion(Channel channel, Situation alert, Told told) {
    if (handedUp(channel, alert, told)) {
      return Optional.of(Occasion.ESCALATED);
    }
    if (alert.episode().end().isPresent()) {
      return tellsEnd(channel, alert, told) ? Optional.of(Occasion.CLEARED) : Optional.empty();
    }
    boolean wanted = !channel.wants().escalationsOnly() && channel.wants(alert);
    return wanted && isNews(alert, told) && alert.isOpen() && !alert.paused()
        ? Optional.of(Occasion.RAISED)
        : Optional.empty();
  }

  // Whoever was told that it began is told that it ended, however old it is and however mild it
  // became.
  private static boolean tellsEnd(Channel channel, Situation alert, Told told) {
    return channel.tellsEnd()
        && told.isTold(id(channel, Occasion.RAISED, alert))
        && !Gathering.flaps(channel, alert, told.now());
  }

  /** Whether another channel hands this alert up to this one. */
  private boolean handedUp(Channel channel, Situation alert, Told told) {
    return alert.isOpen()
        && !alert.paused()
        && channels.values().stream()
            .filter(below -> below.escalation().filter(up -> leads(up, channel)).isPresent())
            .filter(below -> below.wants(alert))
            .anyMatch(
                below ->
                    (alert.standing() == Standing.ESCALATED && isFresh(alert, told))
                        || (alert.standing() == Standing.NEW && isLate(below, alert, told)));
  }

  private static boolean leads(Escalation escalation, Channel channel) {
    return escalation.to().equals(channel.name());
  }

  // An overdue case shares what officers do with the others of its grid: of those that are old, one
  // hand would tell all.
  private boolean isFresh(Situation alert, Told told) {
    return !alert.isOverdueCase() || isNews(alert, told);
  }

  private boolean isNews(Situation alert, Told told) {
    return !alert.worseSince().isBefore(told.now().minus(newest));
  }

  /** Whether nobody acknowledged it in time, which counts from when the channel was told. */
  private boolean isLate(Channel below, Situation alert, Told told) {
    Duration patience = below.escalation().map(Escalation::after).orElseThrow();
    return told.at(id(below, Occasion.RAISED, alert))
        .map(moment -> moment.plus(patience))
        .filter(late -> !told.now().isBefore(late))
        .filter(late -> late.isAfter(told.now().minus(newest)))
        .isPresent();
  }

  private static Delivery delivery(
      Channel channel, Occasion occasion, Situation alert, Instant now) {
    return new Delivery(
        id(channel, occasion, alert),
        channel.name(),
        channel.receiver().kind(),
        occasion,
        List.of(alert.page()),
        1,
        State.WAITING,
        "",
        Optional.empty(),
        now,
        Optional.empty());
  }

  /** Alerts by the names of all deliveries that there may be about them. */
  private static Map<String, Situation> byId(Channel channel, Collection<Situation> alerts) {
    Map<String, Situation> known = new LinkedHashMap<>();
    for (Situation alert : alerts) {
      for (Episode episode : alert.episodes()) {
        for (Occasion occasion : Occasion.values()) {
          known.put(DeliveryId.of(channel.name(), occasion, alert.key(), episode.start()), alert);
        }
      }
    }
    return known;
  }

  private static Map<String, Situation> byPage(Collection<Situation> alerts) {
    Map<String, Situation> known = new LinkedHashMap<>();
    alerts.stream()
        .filter(alert -> !alert.isOverdueCase())
        .forEach(alert -> known.put(alert.page(), alert));
    return known;
  }

  // The beginning of an episode, and with it the name, moves when a finding that came late joins
  // two of them.
  private static Optional<Situation> alertOf(
      Delivery delivery, Map<String, Situation> byId, Map<String, Situation> byPage) {
    return Optional.ofNullable(byId.get(delivery.id()))
        .or(() -> delivery.pages().stream().map(byPage::get).filter(Objects::nonNull).findFirst());
  }

  private static String id(Channel channel, Occasion occasion, Situation alert) {
    Episode episode = alert.episode();
    return DeliveryId.of(channel.name(), occasion, alert.key(), episode.start());
  }
}
