package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.i18n.Messages;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run as the JSON that its page reads, sentences in the page's language. */
final class RunAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Messages messages;

  RunAnswer(Messages messages) {
    this.messages = messages;
  }

  String of(DeskRun run) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", run.id());
    answer.put("state", state(run));
    DeskProgress progress = run.progress();
    answer.put("readRows", progress.readRows());
    answer.put("readBytes", progress.readBytes());
    answer.put("totalRows", progress.totalRows());
    answer.put("memoryBytes", progress.memoryBytes());
    answer.put("seconds", progress.seconds());
    run.outcome().ifPresent(outcome -> put(answer, run, outcome));
    return answer.toString();
  }

  /** A result for another system: name and edition of the statement, columns, rows. */
  static String table(ResultTable table, String name, int edition) {
    ObjectNode answer = JSON.createObjectNode().put("name", name).put("edition", edition);
    put(answer, table);
    answer.remove("chart");
    return answer.toString();
  }

  /** The sentence for a refusal: which limit or right it was. */
  String sentence(Refusal refusal, DeskLimits limits) {
    return switch (refusal.key()) {
      case "time" -> messages.text("desk.refused.time", limits.seconds());
      case "busy" ->
          messages.text("desk.refused.busy", DeskRuns.MOST_AT_ONCE, DeskRuns.MOST_WAITING);
      case "setting" ->
          messages.text(
              refusal.argument().isEmpty() ? "desk.refused.settings" : "desk.refused.setting",
              refusal.argument());
      case "right" ->
          messages.text(
              refusal.argument().isEmpty() ? "desk.refused.rights" : "desk.refused.right",
              refusal.argument());
      case "quota" -> quota(refusal.argument());
      case "other", "credentials" ->
          messages.text("desk.refused." + refusal.key(), String.valueOf(refusal.code()));
      default -> messages.text("desk.refused." + refusal.key(), refusal.argument());
    };
  }

  /** Which limit of the hour is used up, and that it begins anew with the full hour. */
  private String quota(String argument) {
    String[] parts = argument.split(" ", 2);
    String name = messages.textOr("desk.quota." + parts[0], "");
    if (parts.length < 2 || name.isEmpty()) {
      return messages.text("desk.refused.quotas");
    }
    long limit = Long.parseLong(parts[1]);
    // Each statement is looked at before it runs, and counts twice.
    return messages.text(
        "desk.refused.quota", parts[0].equals("queries") ? limit / 2 : limit, name);
  }

  private static String state(DeskRun run) {
    if (run.outcome().isEmpty()) {
      return run.stopping() ? "stopping" : run.begun() ? "running" : "waiting";
    }
    return run.outcome().get() instanceof DeskOutcome.Finished ? "finished" : "refused";
  }

  private void put(ObjectNode answer, DeskRun run, DeskOutcome outcome) {
    if (outcome instanceof DeskOutcome.Finished finished) {
      put(answer, finished.table());
      answer.put("truncatedText", messages.text("desk.truncated", run.limits().rows()));
    } else if (outcome instanceof DeskOutcome.Refused refused) {
      Refusal refusal = refused.refusal();
      answer.put("sentence", sentence(refusal, run.limits()));
      answer.put("kind", refusal.key());
      answer.put("line", refusal.line());
      answer.put("column", refusal.column());
      answer.put("code", refusal.code());
      answer.put("detail", refusal.detail());
      answer.put("placeText", messages.text("desk.place", refusal.line(), refusal.column()));
      answer.put("detailText", messages.text("desk.detail", String.valueOf(refusal.code())));
    }
  }

  private static void put(ObjectNode answer, ResultTable table) {
    ArrayNode columns = answer.putArray("columns");
    table
        .columns()
        .forEach(
            column ->
                columns
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("number", column.kind() == ColumnKind.NUMBER));
    answer.putArray("rows").addAll(table.rows());
    answer.put("truncated", table.truncated());
    answer.put("chart", QuickChart.of(table).isPresent());
  }
}
