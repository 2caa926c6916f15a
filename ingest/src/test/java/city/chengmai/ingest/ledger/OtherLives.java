package city.chengmai.ingest.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/** Makes readings, hotline orders and patrol rounds with their lines of the ledger. */
final class OtherLives {

  private final LedgerPlan plan;
  private final Random random;
  private int number;

  OtherLives(LedgerPlan plan) {
    this.plan = plan;
    this.random = plan.random();
  }

  void reading() {
    String device = "device-" + random.nextInt(40);
    Instant time = plan.moment();
    String grid = plan.grid();
    long value = random.nextInt(100);
    String id = "reading-" + number++;
    Draft draft = new Draft(id, "device.telemetry", device, time, grid, reading(grid, value));
    if (random.nextInt(30) == 0) {
      grid = plan.grid();
      value += 1_000;
      plan.sendRevised(draft, draft.with(grid, reading(grid, value)));
    } else {
      plan.send(draft);
    }
    String day = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    plan.ledger().reading(device, grid, day, value);
  }

  private static String reading(String grid, long value) {
    return "{'kind':'noise-meter','metric':'sound-level','unit':'dB(A)','areaId':'"
        + grid
        + "','value':"
        + value
        + "}";
  }

  void order() {
    String id = "order-" + number++;
    String grid = plan.grid();
    Instant time = plan.moment();
    String category = "street-order";
    int version = 1;
    Draft received = draft(id, "order.received", 0, time, grid, received(category, grid));
    if (random.nextInt(20) == 0) {
      category = "waste";
      version++;
      plan.sendRevised(received, received.with(grid, received(category, grid)));
    } else {
      plan.send(received);
    }
    Instant contacted = time.plusSeconds(600);
    plan.send(draft(id, "order.first-contacted", 1, contacted, grid, "{}"));
    Instant replied = contacted.plusSeconds(1 + random.nextInt(20_000));
    String outcome = random.nextBoolean() ? "solved" : "explained";
    plan.send(draft(id, "order.replied", 2, replied, grid, "{'outcome':'" + outcome + "'}"));
    version += 2;
    plan.ledger()
        .orders
        .put(
            id,
            String.join(
                "|",
                grid,
                category,
                CaseLives.moment(contacted),
                CaseLives.moment(replied),
                outcome,
                version + ""));
  }

  private static String received(String category, String grid) {
    return "{'category':'" + category + "','areaId':'" + grid + "'}";
  }

  void round() {
    String id = "round-" + number++;
    String grid = plan.grid();
    Instant time = plan.moment();
    plan.send(
        draft(
            id,
            "patrol.planned",
            0,
            time,
            grid,
            "{'areaId':'" + grid + "','plannedFor':'2026-05-20T00:00:00Z'}"));
    int findings = random.nextInt(5);
    for (int i = 0; i < findings; i++) {
      Instant found = time.plusSeconds(100L * (i + 1));
      plan.send(draft(id, "patrol.finding", i + 1, found, grid, "{'note':'something'}"));
    }
    Instant completed = time.plusSeconds(3_000);
    plan.send(draft(id, "patrol.completed", 9, completed, grid, "{'valid':true}"));
    plan.ledger()
        .rounds
        .put(
            id,
            String.join(
                "|", grid, CaseLives.moment(completed), findings + "", (findings + 2) + ""));
  }

  private static Draft draft(
      String subject, String type, int step, Instant time, String grid, String data) {
    return new Draft(subject + "-" + step, type, subject, time, grid, data);
  }
}
