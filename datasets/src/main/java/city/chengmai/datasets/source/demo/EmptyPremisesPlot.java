package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Registered, but nobody is there (注册未经营): a valid licence and hardly any electricity. */
record EmptyPremisesPlot(Xingqiao xingqiao) implements Plot {

  private static final double IDLE = 4;
  private static final double BUSY = 60;

  @Override
  public String model() {
    return "registered-empty";
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 6;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    Premises premises = Premises.of("empty-" + scene.name(), xingqiao, dice);
    LocalDate begin = scene.begin();
    boolean oldLicence = scene.variant() != 3;
    LocalDate since = begin.minusDays(oldLicence ? dice.between(200, 1_500) : 8);
    String state = scene.variant() == 2 ? "cancelled" : "valid";
    double usual = usual(scene, dice);
    double before = scene.variant() == 1 ? dice.logNormal(3 * BUSY, 0.4) : usual;
    List<PlannedEvent> events = new ArrayList<>();
    events.add(premises.licence(begin, state, since));
    events.add(premises.electricity(begin, "business", usual, before));
    // It was a quiet month, or they had not moved in yet.
    double later =
        scene.variant() == 1 || scene.variant() == 3 ? dice.logNormal(3 * BUSY, 0.4) : usual;
    events.add(
        premises.electricity(
            begin.plusDays(30), "business", later * dice.logNormal(1, 0.2), usual));
    if (scene.variant() == 0 || scene.variant() == 5) {
      // They work elsewhere and are met at their desk.
      visit(premises, begin, dice.between(25, 60), events, dice);
    } else if (scene.real() && dice.chance(0.3)) {
      // The door was shut.
      visit(premises, begin, dice.between(2, 6), events, dice);
    }
    return Tale.of(premises.licence(), scene.real(), events);
  }

  /** A fridge runs in some empty rooms, and a man with a laptop uses little. */
  private static double usual(Scene scene, Dice dice) {
    if (scene.variant() == 4) {
      return dice.logNormal(BUSY / 2, 0.5);
    }
    return scene.real() && dice.chance(0.08)
        ? dice.logNormal(BUSY, 0.4)
        : dice.logNormal(IDLE, 0.6);
  }

  private static void visit(
      Premises premises, LocalDate begin, int minutes, List<PlannedEvent> events, Dice dice) {
    LocalDate day = begin.plusDays(dice.between(1, 9));
    events.add(
        premises.visit(Rhythm.OFFICE.moment(day, dice), "enterprise", premises.licence(), minutes));
  }
}
