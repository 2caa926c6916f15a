package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Active, but not registered (经营未注册): much electricity, people met, and no valid licence. */
record UnlicensedTradePlot(Xingqiao xingqiao) implements Plot {

  private static final double TRADE = 420;
  private static final double DARK = 8;

  @Override
  public String model() {
    return "active-unregistered";
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
    Premises premises = Premises.of("trade-" + scene.name(), xingqiao, dice);
    LocalDate begin = scene.begin();
    int variant = scene.variant();
    String use = variant == 1 ? "dwelling" : "business";
    double now = variant == 3 ? dice.logNormal(DARK, 0.5) : dice.logNormal(TRADE, 0.45);
    double before = variant == 2 ? dice.logNormal(DARK, 0.5) : now * dice.logNormal(1, 0.15);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(premises.electricity(begin, use, now, before));
    // A renovation is over after a month.
    double later = variant == 2 ? dice.logNormal(DARK, 0.5) : now * dice.logNormal(1, 0.15);
    events.add(premises.electricity(begin.plusDays(30), use, later, now));
    if (variant == 0 || variant == 4) {
      events.add(premises.licence(begin, "valid", begin.minusDays(dice.between(30, 900))));
    } else if (variant == 3 || (scene.real() && dice.chance(0.5))) {
      events.add(premises.licence(begin, "cancelled", begin.minusDays(dice.between(300, 900))));
    }
    if (dice.chance(0.94)) {
      LocalDate day = begin.plusDays(dice.between(1, 9));
      // In a store room nobody stays for long.
      int minutes = variant == 5 ? dice.between(1, 4) : dice.between(8, 40);
      events.add(premises.visit(Rhythm.OFFICE.moment(day, dice), "shop", premises.id(), minutes));
    }
    return Tale.of(premises.meter(), scene.real(), events);
  }
}
