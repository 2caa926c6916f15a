package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.notify.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides what one channel is told at once, what is held, and what becomes one message. */
final class Gathering {

  /** More reasons to tell a channel something within {@link #FLOOD} are a flood. */
  static final int MOST_ALONE = 5;

  /** After a digest of a flood the next one comes no sooner. */
  static final Duration FLOOD = Duration.ofMinutes(5);

  private final Channel channel;
  private final ZoneId zone;
  private final Instant now;
  private final Instant real;
  private final List<Delivery> log;
  private final List<Delivery> held;
  private final List<Delivery> due = new ArrayList<>();
  private final List<Delivery> rows = new ArrayList<>();

  Gathering(
      Channel channel, ZoneId zone, Instant now, Instant real, Collection<Delivery> allDeliveries) {
    this.channel = channel;
    this.zone = zone;
    this.now = now;
    this.real = real;
    this.log = allDeliveries.stream().filter(one -> one.channel().equals(channel.name())).toList();
    this.held = log.stream().filter(one -> one.state() == State.HELD).toList();
  }

  /** Whether an alert was raised so often of late that one message has to do for many raises. */
  static boolean flaps(Channel channel, Situation alert, Instant moment) {
    long raised =
        alert.episodes().stream()
            .filter(one -> !one.start().isAfter(moment))
            .filter(one -> one.start().isAfter(moment.minus(channel.flapping().within())))
            .count();
    return raised >= channel.flapping().times();
  }

  /** Takes something new. */
  void add(Delivery fresh, Situation alert) {
    if (fresh.occasion() == Occasion.ESCALATED) {
      quiet(alert, fresh).ifPresentOrElse(end -> hold(fresh, end), () -> due.add(fresh));
    } else if (flaps(channel, alert, now)) {
      hold(fresh, joined(heldOf(alert.page()), channel.flapping().within()));
    } else {
      Optional<Instant> quiet = quiet(alert, fresh);
      if (quiet.isPresent()) {
        hold(fresh, quiet.get());
      } else if (channel.digest().isZero()) {
        due.add(fresh);
      } else {
        hold(fresh, joined(held, channel.digest()));
      }
    }
  }

  /**
   * Takes what was held until now.
   *
   * @param alerts what a delivery is about, when that is known
   */
  void release(Function<Delivery, Optional<Situation>> alerts) {
    List<Delivery> released = new ArrayList<>();
    for (Delivery one : held) {
      if (one.nextAt().filter(now::isBefore).isEmpty()) {
        alerts
            .apply(one)
            .map(alert -> release(one, alert))
            .orElseGet(() -> releaseUnknown(one))
            .ifPresent(released::add);
      }
    }
    List<Delivery> once = oncePerAlert(released);
    if (once.isEmpty()) {
      tellFresh();
    } else {
      once.addAll(due);
      tell(once);
    }
  }

  List<Delivery> rows() {
    return List.copyOf(rows);
  }

  private Optional<Delivery> release(Delivery one, Situation alert) {
    boolean flapped = flaps(channel, alert, one.createdAt());
    boolean open = alert.isOpen();
    if (one.occasion() != Occasion.CLEARED && !open && !flapped) {
      rows.add(one.ended("over before it was told"));
      return Optional.empty();
    }
    if (open && alert.paused()) {
      hold(one, now.plus(FLOOD));
      return Optional.empty();
    }
    Optional<Instant> quiet = quiet(alert, one);
    quiet.ifPresent(end -> hold(one, end));
    return quiet.isPresent() ? Optional.empty() : Optional.of(one);
  }

  // Nobody knows that it is over: rather told for nothing than dropped.
  private Optional<Delivery> releaseUnknown(Delivery one) {
    Optional<Instant> quiet = QuietPeriod.end(channel.quiet(), now, zone);
    quiet.ifPresent(end -> hold(one, end));
    return quiet.isPresent() ? Optional.empty() : Optional.of(one);
  }

  /** Several raises of one alert that flapped are one message. */
  private List<Delivery> oncePerAlert(List<Delivery> released) {
    Map<String, Delivery> last = new LinkedHashMap<>();
    for (Delivery one : released) {
      Delivery before = last.put(one.pages() + "|" + one.occasion(), one);
      if (before != null) {
        rows.add(before.tried(State.DELIVERED, Told.WITHIN + one.id(), real));
      }
    }
    return new ArrayList<>(last.values());
  }

  private void tellFresh() {
    Instant since = now.minus(FLOOD);
    long lately =
        log.stream()
            .filter(one -> one.occasion() != Occasion.DIGEST && one.createdAt().isAfter(since))
            .count();
    Optional<Instant> flood =
        log.stream()
            .filter(one -> one.occasion() == Occasion.DIGEST && one.createdAt().isAfter(since))
            .map(one -> one.createdAt().plus(FLOOD))
            .max(Comparator.naturalOrder());
    if (lately + due.size() <= MOST_ALONE) {
      due.forEach(this::tellAlone);
    } else if (flood.isPresent()) {
      due.forEach(one -> hold(one, flood.get()));
    } else {
      tell(due);
    }
  }

  private void tell(List<Delivery> together) {
    if (together.size() == 1) {
      tellAlone(together.get(0));
      return;
    }
    String id =
        DeliveryId.digest(channel.name(), together.stream().map(Delivery::id).sorted().toList());
    // The digest first: were only its parts written before an end, nobody would be told.
    rows.add(
        new Delivery(
            id,
            channel.name(),
            channel.receiver().kind(),
            Occasion.DIGEST,
            together.stream().flatMap(one -> one.pages().stream()).distinct().toList(),
            1,
            State.WAITING,
            "",
            Optional.of(real),
            now,
            Optional.empty()));
    together.forEach(
        one -> rows.add(one.tried(State.DELIVERED, Told.WITHIN + "digest " + id, real)));
  }

  private void tellAlone(Delivery one) {
    rows.add(one.released(real));
  }

  private void hold(Delivery one, Instant end) {
    rows.add(one.heldUntil(end));
  }

  private List<Delivery> heldOf(String page) {
    return held.stream().filter(one -> one.pages().contains(page)).toList();
  }

  /** As long as what is gathered already, so that all of it is one message. */
  private Instant joined(List<Delivery> others, Duration own) {
    Instant end = now.plus(own);
    return others.stream()
        .flatMap(one -> one.nextAt().stream())
        .filter(other -> other.isAfter(now) && other.isBefore(end))
        .min(Comparator.naturalOrder())
        .orElse(end);
  }

  private Optional<Instant> quiet(Situation alert, Delivery one) {
    boolean passes = channel.alarmsPass() && alert.isAlarm() && one.occasion() != Occasion.CLEARED;
    return passes ? Optional.empty() : QuietPeriod.end(channel.quiet(), now, zone);
  }
}
