package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.health.RoundHealth;
import city.chengmai.dashboard.health.RoundThread;
import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.NotifyQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the channels, round by round, on one thread of its own. A row is in the log before anything
 * is sent, and what the other side said is written after: when the process dies between, the same
 * message goes out again under the same name. Exactly one process of a city may run it.
 */
public final class Notifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final Duration LOG_KEPT = Duration.ofDays(7);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * How it works.
   *
   * @param round pause between rounds
   * @param retry pause after the first try that failed
   * @param attempts tries of a message
   * @param newest how long ago an alert may have begun to be told
   * @param publicUrl address of the dashboard in messages
   */
  public record Pace(
      Duration round, Duration retry, int attempts, Duration newest, String publicUrl) {}

  private final List<Channel> channels;
  private final Map<String, Sender> senders = new HashMap<>();
  private final CityDirectory city;
  private final InstantSource real;
  private final Pace pace;
  private final Backoff backoff;
  private final AlertQueries alerts;
  private final SituationReader situations;
  private final DeliveryLog log;
  private final BulletinPost bulletins;
  private final RoundHealth health;
  private final RoundThread thread;

  /** A notifier of these channels; {@link #start} starts it. */
  public Notifier(
      List<Channel> channels,
      CityDirectory city,
      Store store,
      TableWriter writer,
      BulletinPost bulletins,
      InstantSource real,
      Pace pace) {
    this.channels = List.copyOf(channels);
    channels.forEach(channel -> senders.put(channel.name(), Sender.to(channel.receiver())));
    this.city = city;
    this.bulletins = bulletins;
    this.real = real;
    this.pace = pace;
    this.health = new RoundHealth(real);
    this.backoff = new Backoff(pace.retry(), pace.attempts());
    this.alerts = new AlertQueries(store);
    NotifyQueries queries = new NotifyQueries(store);
    this.situations = new SituationReader(queries);
    this.log = new DeliveryLog(queries, writer);
    this.thread = new RoundThread("dashboard-notify", this::round, pace.round(), PATIENCE);
  }

  /** Whether the latest round came to its end; a channel that does not answer is its own affair. */
  public Health health() {
    return health.health();
  }

  /** Begins the rounds. */
  public void start() {
    thread.start();
  }

  // A round that failed must not end the rounds: the store may be back in the next.
  private void round() {
    try {
      CityModel model = city.model().areas().isEmpty() ? city.refresh() : city.model();
      if (!model.areas().isEmpty()) {
        round(model, city.moment().now());
      }
      health.succeeded();
    } catch (RuntimeException e) {
      health.failed(e);
      LOG.warn("telling others about alerts failed and will be tried again: {}", e.getMessage(), e);
    }
  }

  private void round(CityModel model, Instant now) {
    Instant since = now.minus(pace.newest());
    Instant kept = since.minus(LOG_KEPT);
    List<Situation> open = situations.read(model, now, since, kept);
    Map<String, Delivery> known = new LinkedHashMap<>();
    log.read(now, since, kept).forEach(one -> known.put(one.id(), one));
    NotifyPolicy policy =
        new NotifyPolicy(channels, model.facts().zone(), pace.newest(), city.speed());
    List<Delivery> rows = new ArrayList<>(policy.plan(now, real.instant(), open, ofAlerts(known)));
    rows.addAll(
        bulletins.plan(
            channels, model, since, new BulletinPost.Moments(now, real.instant()), known.keySet()));
    log.write(rows, real.instant());
    rows.forEach(row -> known.put(row.id(), row));
    send(known.values(), model, open, now);
  }

  private static List<Delivery> ofAlerts(Map<String, Delivery> known) {
    return known.values().stream().filter(one -> one.occasion() != Occasion.BULLETIN).toList();
  }

  private void send(
      Collection<Delivery> deliveries, CityModel model, List<Situation> open, Instant now) {
    Set<String> deaf = new HashSet<>();
    for (Delivery delivery : deliveries) {
      boolean due =
          delivery.state() == State.WAITING
              && delivery.nextAt().filter(real.instant()::isBefore).isEmpty();
      // Behind a channel that does not answer the others would wait for its time-outs.
      if (due && senders.containsKey(delivery.channel()) && !deaf.contains(delivery.channel())) {
        boolean accepted = send(delivery, model, open, now);
        if (!accepted) {
          deaf.add(delivery.channel());
        }
      }
    }
  }

  private boolean send(Delivery delivery, CityModel model, List<Situation> open, Instant now) {
    Attempt attempt =
        Attempt.of(
            delivery,
            () -> worded(delivery, model, open, now),
            senders.get(delivery.channel())::send);
    log.write(after(delivery, attempt.answer()), real.instant());
    return attempt.heard();
  }

  private Message worded(Delivery delivery, CityModel model, List<Situation> open, Instant now) {
    if (delivery.occasion() == Occasion.BULLETIN) {
      return bulletins.worded(delivery, model);
    }
    List<String> pages = delivery.pages().stream().limit(MessageWriter.LISTED).toList();
    List<AlertRow> rows = alerts.find(now, pages);
    return new MessageWriter(model, pace.publicUrl()).write(delivery, rows, flaps(delivery, open));
  }

  private List<Delivery> after(Delivery delivery, Sender.Answer answer) {
    Instant tried = real.instant();
    if (answer.accepted()) {
      return List.of(delivery.tried(State.DELIVERED, answer.answer(), tried));
    }
    Optional<Duration> pause = backoff.after(delivery.attempt());
    LOG.warn(
        "channel {}: delivery {} failed at attempt {}: {}; {}",
        delivery.channel(),
        delivery.id(),
        delivery.attempt(),
        answer.answer(),
        pause.map(next -> "next try in " + next).orElse("given up"));
    State state = pause.isPresent() ? State.WAITING : State.GIVEN_UP;
    Delivery failed = delivery.tried(state, answer.answer(), tried);
    List<Delivery> rows = new ArrayList<>(List.of(failed));
    pause.ifPresent(next -> rows.add(failed.again(tried.plus(next))));
    return rows;
  }

  private Map<String, Long> flaps(Delivery delivery, List<Situation> open) {
    Map<String, Long> flaps = new HashMap<>();
    channels.stream()
        .filter(channel -> channel.name().equals(delivery.channel()))
        .forEach(
            channel ->
                open.stream()
                    .filter(alert -> delivery.pages().contains(alert.page()))
                    .filter(alert -> Gathering.flaps(channel, alert, delivery.createdAt()))
                    .forEach(
                        alert ->
                            flaps.put(
                                alert.page(),
                                alert.raisedSince(
                                    delivery.createdAt().minus(channel.flapping().within())))));
    return flaps;
  }

  /** Waits for the message under way. */
  @Override
  public void close() {
    thread.close();
  }
}
