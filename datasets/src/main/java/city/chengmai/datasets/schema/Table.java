package city.chengmai.datasets.schema;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.util.List;
import java.util.Locale;

/**
 * The tables, who writes each, and what it holds. Everybody may read every table but accounts,
 * sessions, screens and the audit log, which only the writing user reads.
 */
public enum Table {
  EVENTS(Writer.INGEST, "accepted events, one row an identity"),
  EVENT_REVISIONS(Writer.INGEST, "contents of events that came with more than one (事件修订)"),
  DEAD_LETTERS(Writer.INGEST, "refused events with their reason, and contents taken as revisions"),
  DEAD_LETTER_REPLAYS(Writer.INGEST, "refused events that were sent again"),
  INGEST_STATES(Writer.INGEST, "disturbances of ingest, with their time"),
  STORE_RESTORES(Writer.INGEST, "restores from backups (恢复记录)"),
  ROLL_OFFS(Writer.INGEST, "rows that rolled off (到期清理记录)"),
  CASES(Writer.INGEST, "cases (案件), current state"),
  HOTLINE_ORDERS(Writer.INGEST, "12345 hotline orders (工单), current state"),
  PATROL_ROUNDS(Writer.INGEST, "patrol rounds (巡查)"),
  OBSERVATIONS(Writer.INGEST, "device readings (物联感知)"),
  DEVICE_ALARMS(Writer.INGEST, "device alarms (设备告警)"),
  REGISTRY(Writer.INGEST, "base records (基础数据), current state"),
  SITE_COMPLAINTS(Writer.INGEST, "complaints about construction sites (工地投诉), current state"),
  ENFORCEMENT_ACTIONS(Writer.INGEST, "notices, interviews and inspections (执法), current state"),
  VISITS(Writer.INGEST, "visits (走访), current state"),
  VISIT_ISSUES(Writer.INGEST, "issues that visits brought up (走访问题)"),
  ENTERPRISES(Writer.INGEST, "files of enterprises (一企一档), current state"),
  APPEALS(Writer.INGEST, "appeals of enterprises (企业诉求), current state"),
  SERVICE_PACKAGES(Writer.INGEST, "service packages handed over (服务包)"),
  BUILDINGS(Writer.INGEST, "files of buildings (一楼一档), current state"),
  OCCUPANCIES(Writer.INGEST, "enterprises in buildings (入驻), current state"),
  DISCREPANCIES(Writer.INGEST, "disagreements about base records (误差), current state"),
  CALIBRATIONS(Writer.INGEST, "corrections of base values (校准), current state"),
  MODEL_RUNS(Writer.INGEST, "runs of models over pooled data (数据碰撞)"),
  MODEL_HITS(Writer.INGEST, "records that models singled out (命中), current state"),
  SUGGESTIONS(Writer.INGEST, "suggested measures (建议), current state"),
  COMPONENTS(Writer.INGEST, "components of the city (部件), current state"),
  PROJECT_MILESTONES(Writer.INGEST, "milestones of people's-heart projects (民心工程), current state"),
  LIFT_RETROFITS(Writer.INGEST, "staircases that get a lift (加装电梯), current state"),
  SERVICES(Writer.INGEST, "services and joint activities that took place (服务、联合活动)"),
  DEMANDS(Writer.INGEST, "what people and enterprises need, and its match (需求匹配), current state"),
  FEED_HEARTBEATS(Writer.INGEST, "what feeds tell of themselves (心跳)"),
  FEEDS(Writer.INGEST, "feeds (接入) that the city declares"),
  CITIES(Writer.INGEST, "the city of this installation"),
  AREAS(Writer.INGEST, "area tree with overlay grids (区域)"),
  CATEGORIES(Writer.INGEST, "case categories (类别)"),
  INDICATOR_1D(Writer.ANALYTICS, "indicator values of a day"),
  INDICATOR_30D(Writer.ANALYTICS, "indicator values of the trailing 30 days"),
  INDICATOR_PERIODS(Writer.ANALYTICS, "indicator values of a week, month, quarter or year"),
  INDICATOR_DEFINITIONS(
      Writer.ANALYTICS, "indicator values by a definition beside the catalogue's (并行口径)"),
  INDICATOR_STANDINGS(Writer.ANALYTICS, "where an indicator stands among peers, and how surely"),
  PORTRAITS(Writer.ANALYTICS, "grid health portraits (网格健康画像)"),
  PORTRAIT_CONTRIBUTIONS(Writer.ANALYTICS, "why a score is what it is"),
  PORTRAIT_CHANGES(Writer.ANALYTICS, "what moved a score (得分变化)"),
  RESTATEMENTS(Writer.ANALYTICS, "corrections of published values (更正记录)"),
  BENCHMARK_GAPS(Writer.ANALYTICS, "distance to benchmarks, pace and forecast (标杆差距)"),
  INTERVENTION_EFFECTS(Writer.ANALYTICS, "before and after interventions (治理成效)"),
  SPECIAL_PERIODS(Writer.ANALYTICS, "special periods with thresholds of their own (特殊时段)"),
  ALERTS(
      Writer.ALL,
      "alerts (预警): live clocks by ingest, anomalies by analytics, scheduled statements and the"
          + " installation itself by the dashboard"),
  ALERT_ACTIONS(Writer.DASHBOARD, "what officers did about alerts (处置记录)"),
  ALERT_DELIVERIES(Writer.DASHBOARD, "deliveries of alerts to others (推送记录)"),
  THRESHOLD_PROPOSALS(Writer.ANALYTICS, "proposals for thresholds of alert rules (阈值微调建议)"),
  THRESHOLD_DECISIONS(Writer.DASHBOARD, "decisions about these proposals (阈值审批)"),
  EMPOWERMENT_RUNS(Writer.ANALYTICS, "runs of computing models (模型运行)"),
  EMPOWERMENT_HITS(Writer.ANALYTICS, "what computing models single out (模型命中)"),
  MODEL_STEPS(Writer.DASHBOARD, "computing models that analysts write (赋能模型), step by step"),
  HIT_ACTIONS(Writer.DASHBOARD, "what officers did about hits (现场核查与采纳)"),
  MODEL_EFFORTS(Writer.DASHBOARD, "how long finding by hand takes, as departments tell (人工查找用时)"),
  SUGGESTED_MEASURES(Writer.ANALYTICS, "measures that analytics suggests (建议)"),
  MEASURE_DECISIONS(Writer.DASHBOARD, "decisions about suggested measures (建议采纳)"),
  FORESIGHT_MATTERS(Writer.ANALYTICS, "proactive matters and complaints (未诉先办)"),
  FORESIGHT_EFFECTS(Writer.ANALYTICS, "complaints not made, against comparison grids (未诉先办成效)"),
  FORESIGHT_CANDIDATES(
      Writer.ANALYTICS, "places where a complaint is likely, each morning (未诉先办清单)"),
  MATTER_CLASSES(Writer.ANALYTICS, "classes of matters that come back (一类事)"),
  CLASS_FIXES(Writer.DASHBOARD, "what was done about classes (一类事治理)"),
  CLASS_FIX_EFFECTS(Writer.ANALYTICS, "before and after class fixes (一类事治理成效)"),
  CASE_LEVELS(Writer.ANALYTICS, "levels of cases by rule, and three-cross signs (三级分类、三跨苗头)"),
  CONFERENCE_ACTIONS(Writer.DASHBOARD, "agenda and outcomes of joint conferences (联席会议)"),
  ACCOUNTS(Writer.DASHBOARD, "who may sign in (账号)"),
  SESSIONS(Writer.DASHBOARD, "sessions of the pages (会话)"),
  SCREENS(Writer.DASHBOARD, "screens on walls (大屏终端) with their tokens"),
  WALL_BOARDS(Writer.DASHBOARD, "boards of the wall (大屏版面), edition by edition"),
  AUDIT_LOG(Writer.DASHBOARD, "who did what, when and from where (审计日志)"),
  BULLETINS(Writer.DASHBOARD, "bulletins (日巡查、周研判、月通报), edition by edition"),
  SAVED_QUERIES(
      Writer.DASHBOARD, "statements of the desk that were kept (常用查询), edition by edition"),
  QUERY_REMARKS(Writer.DASHBOARD, "what analysts say about kept statements"),
  QUERY_ENDPOINTS(
      Writer.DASHBOARD, "kept statements that other systems ask for with a token (查询接口)"),
  QUERY_SCHEDULES(Writer.DASHBOARD, "schedules and alert rules of kept statements (定时查询)"),
  QUERY_RUNS(Writer.DASHBOARD, "runs of scheduled statements (定时查询记录)"),
  QUERY_RUN_CLAIMS(Writer.DASHBOARD, "which dashboard runs a scheduled statement"),
  RECORD_STEPS(Writer.DASHBOARD, "corrections of base records by people (基础数据校准), step by step"),
  DISK_ROOM(Writer.DASHBOARD, "room on disks (磁盘空间)"),
  JOB_RUNS(Writer.ANALYTICS, "runs of analytics jobs");

  /** The service that writes a table. */
  public enum Writer {
    INGEST,
    ANALYTICS,
    DASHBOARD,
    BOTH,
    ALL
  }

  private final Writer writer;
  private final String meaning;

  Table(Writer writer, String meaning) {
    this.writer = writer;
    this.meaning = meaning;
  }

  /** Name in the database. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The service that writes it. */
  public Writer writer() {
    return writer;
  }

  /** What it holds. */
  public String meaning() {
    return meaning;
  }

  /** A column as the server has it. */
  public record Column(String name, String type, String comment) {}

  /** Columns in the order of the table, asked from the server; empty when there is no table. */
  public List<Column> columns(ClickHouseClient client) {
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT name, type, comment FROM system.columns WHERE database = {database:String}"
                    + " AND table = {table:String} ORDER BY position")
            .with("database", client.endpoint().database())
            .with("table", tableName());
    return client.rows(query).stream()
        .map(
            row ->
                new Column(
                    row.get("name").asText(),
                    row.get("type").asText(),
                    row.get("comment").asText()))
        .toList();
  }

  /** A Markdown table of all tables: name, writer, meaning. */
  public static String markdown() {
    StringBuilder text = new StringBuilder("| table | written by | holds |\n|---|---|---|\n");
    for (Table table : values()) {
      String writer =
          switch (table.writer) {
            case BOTH -> "ingest, analytics";
            case ALL -> "ingest, analytics, dashboard";
            default -> table.writer.name().toLowerCase(Locale.ROOT);
          };
      text.append(String.join(" | ", "| `" + table.tableName() + "`", writer, table.meaning))
          .append(" |\n");
    }
    return text.toString();
  }
}
