package city.chengmai.ingest.ledger;

import java.time.Instant;
import java.util.Random;

/** Makes whole lives of cases and writes down what their rows have to say. */
final class CaseLives {

  private final LedgerPlan plan;
  private final Random random;
  private int cases;

  CaseLives(LedgerPlan plan) {
    this.plan = plan;
    this.random = plan.random();
  }

  /** One case from its report on. */
  void live() {
    new Life("case-" + cases++).run();
  }

  private final class Life {
    private final String id;
    private final String grid = plan.grid();
    private final Instant reportedAt = plan.moment();
    private Instant now = reportedAt;
    private String category = "street-order";
    private String unit = "";
    private String stage = "reported";
    private Instant closedAt;
    private Instant disposedAt;
    private int returns;
    private int reworks;
    private int extensions;
    private int suspensions;
    private int reopenings;
    private int version;

    Life(String id) {
      this.id = id;
    }

    void run() {
      report();
      if (random.nextInt(50) == 0) {
        plan.sendImpossible(draft("case.filed", "{}", "early", reportedAt.minusSeconds(600)));
      }
      step("case.filed", "{}");
      stage = "filed";
      handle();
      if (random.nextInt(10) > 0) {
        close();
      }
      if (closedAt != null && random.nextInt(10) == 0) {
        step("case.reopened", "{'reason':'again'}");
        reopenings++;
        closedAt = null;
        disposedAt = null;
        stage = "filed";
        close();
      }
      plan.ledger()
          .cases
          .put(
              id,
              String.join(
                  "|",
                  grid,
                  category,
                  unit,
                  stage,
                  moment(reportedAt),
                  moment(disposedAt),
                  moment(closedAt),
                  returns + "," + reworks + "," + extensions + "," + suspensions,
                  reopenings + "",
                  version + ""));
    }

    private void report() {
      Draft draft = draft("case.reported", reported(), "0", reportedAt);
      version++;
      if (random.nextInt(40) == 0) {
        category = "waste";
        version++;
        plan.sendRevised(draft, draft.with(grid, reported()));
      } else {
        plan.send(draft);
      }
    }

    private String reported() {
      return "{'category':'"
          + category
          + "','channel':'patrol','description':'a problem','areaId':'"
          + grid
          + "'}";
    }

    private void handle() {
      if (random.nextInt(4) == 0) {
        step("case.extended", "{'dueAt':'2026-06-01T00:00:00Z'}");
        extensions++;
      }
      dispatch("unit-" + random.nextInt(3));
      if (random.nextInt(6) == 0) {
        step("case.returned", "{'reason':'not ours'}");
        returns++;
        dispatch("unit-" + random.nextInt(3));
      }
      if (random.nextInt(8) == 0) {
        step("case.suspended", "{}");
        step("case.resumed", "{}");
        suspensions++;
      }
      if (random.nextInt(2) == 0) {
        dispose();
      }
    }

    private void dispose() {
      step("case.disposed", "{}");
      disposedAt = now;
      stage = "disposed";
      if (random.nextInt(5) == 0) {
        step("case.checked", "{'result':'fail'}");
        boolean same = random.nextBoolean();
        reworks += same ? 1 : 0;
        dispatch(same ? unit : unit + "-other");
        step("case.disposed", "{}");
        disposedAt = now;
        stage = "disposed";
      }
    }

    private void dispatch(String to) {
      unit = to;
      step("case.dispatched", "{'unit':'" + to + "'}");
      stage = "dispatched";
    }

    private void close() {
      step("case.closed", "{'manner':'direct'}");
      closedAt = now;
      stage = "closed";
    }

    private void step(String type, String data) {
      version++;
      now = now.plusSeconds(1 + random.nextInt(3_000));
      plan.send(draft(type, data, Integer.toString(version), now));
    }

    private Draft draft(String type, String data, String number, Instant time) {
      return new Draft(id + "-" + number, type, id, time, grid, data);
    }
  }

  static String moment(Instant instant) {
    return instant == null ? "-" : Long.toString(instant.getEpochSecond());
  }
}
