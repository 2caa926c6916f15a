package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.alert.Standing;
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
 *   <li>What nobody acknowledged in time, and what an officer handed up, is told to the channel
 *       above.
 *   <li>What began before {@code newest} ago is no news.
 * </ul>
 */
public final class NotifyPolicy {

  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final ZoneId zone;
  private final Duration newest;

  /**
   * A policy.
   *
   * @param zone the city's, in which quiet times are meant
   * @param newest how long ago an episode may have begun to be told
   */
  public NotifyPolicy(List<Channel> channels, ZoneId zone, Duration newest) {
    channels.forEach(channel -> this.channels.put(channel.name(), channel));
    this.zone = zone;
    this.newest = newest;
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
        wanted(channel, alert, now, known).ifPresent(one -> gathering.add(one, alert));
      }
      gathering.release(byId(channel, alerts));
      rows.addAll(gathering.rows());
    }
    return rows;
  }

  private Optional<Delivery> wanted(
      Channel channel, Situation alert, Instant now, Map<String, Delivery> known) {
    boolean old = alert.episode().start().isBefore(now.minus(newest));
    // What an officer hands up is news, however old the alert is.
    if (old && alert.standing() != Standing.ESCALATED) {
      return Optional.empty();
    }
    return occasion(channel, alert, now, known)
        .filter(occasion -> !old || occasion == Occasion.ESCALATED)
        .map(occasion -> delivery(channel, occasion, alert, now))
        .filter(delivery -> !known.containsKey(delivery.id()));
  }

  private Optional<Occasion> occasion(
      Channel channel, Situation alert, Instant now, Map<String, Delivery> known) {
    if (handedUp(channel, alert, now)) {
      return Optional.of(Occasion.ESCALATED);
    }
    if (channel.wants().escalationsOnly() || !channel.wants(alert)) {
      return Optional.empty();
    }
    if (alert.isOpen() && !alert.paused()) {
      return Optional.of(Occasion.RAISED);
    }
    boolean over = alert.episode().end().isPresent() && channel.tellsEnd();
    boolean told = over && isTold(known.get(id(channel, Occasion.RAISED, alert)));
    return told && !Gathering.flaps(channel, alert, now)
        ? Optional.of(Occasion.CLEARED)
        : Optional.empty();
  }

  private static boolean isTold(Delivery raised) {
    return raised != null && raised.state() == State.DELIVERED && raised.triedAt().isPresent();
  }

  /** Whether another channel hands this alert up to this one. */
  private boolean handedUp(Channel channel, Situation alert, Instant now) {
    return alert.isOpen()
        && !alert.paused()
        && channels.values().stream()
            .filter(below -> below.wants(alert))
            .flatMap(below -> below.escalation().stream())
            .filter(escalation -> escalation.to().equals(channel.name()))
            .anyMatch(
                escalation ->
                    alert.standing() == Standing.ESCALATED
                        || (alert.standing() == Standing.NEW
                            && !now.isBefore(alert.episode().start().plus(escalation.after()))));
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

  private static String id(Channel channel, Occasion occasion, Situation alert) {
    Episode episode = alert.episode();
    return DeliveryId.of(channel.name(), occasion, alert.key(), episode.start());
  }
}
