package city.chengmai.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.board.BoardReader.Reading;
import city.chengmai.dashboard.board.WallBoard.Emergency;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.catalogue.LocalName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoardReaderTest {

  private static final String SMALL =
      """
      title: {zh: 小屏, en: Small}
      scenes:
        - id: one
          seconds: 10
          columns:
            - width: 1
              panels:
                - {kind: trend}
                - {kind: trend, days: 7}
        - id: two
          seconds: 5
          columns:
            - width: 3
              panels: [{kind: grades}]
            - width: 0
              wide: 1
              panels: [{kind: map, colour: indicator, indicator: M04}]
      """;

  private static WallBoard board(String text) {
    Reading reading = BoardReader.read(text);
    assertThat(reading.faults()).isEmpty();
    return reading.board().orElseThrow();
  }

  static Stream<String> shipped() {
    return ShippedBoards.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsShippedCanBeRead(String text) {
    WallBoard board = board(text);
    assertThat(board.panels()).extracting(PanelPlan::name).doesNotHaveDuplicates();
    board
        .panels()
        .forEach(
            plan -> {
              assertThat(plan.shape().width()).as(plan.name()).isBetween(120, 3_808);
              assertThat(plan.shape().height()).as(plan.name()).isBetween(60, 980);
            });
  }

  @Test
  void theWallsOwnBoardIsTheWallOfAllDays() {
    WallBoard board = board(ShippedBoards.all().get(ShippedBoards.DEFAULT));
    List<String> upTo219 =
        board.scenes().get(0).columns().stream()
            .filter(column -> column.width() > 0)
            .flatMap(column -> column.panels().stream())
            .map(PanelPlan::name)
            .toList();
    assertThat(board.scenes()).hasSize(1);
    assertThat(board.ticker()).isTrue();
    assertThat(upTo219)
        .containsExactly("trend", "categories", "rhythm", "map", "grades", "ranking", "overdue");
    assertThat(board.scenes().get(0).strip().orElseThrow().list("figures"))
        .containsExactly("reported", "open", "M04", "alerts", "S04", "O03");
    assertThat(board.scenes().get(0).strip().orElseThrow().list("wide"))
        .containsExactly("M09", "S03");
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    List<PanelPlan> panels = board(SMALL).panels();
    assertThat(panels)
        .extracting(PanelPlan::name)
        .containsExactly("header", "trend", "trend-2", "grades", "map", "ticker");
    assertThat(panels.get(1).number("days")).isEqualTo(30);
    assertThat(panels.get(2).number("days")).isEqualTo(7);
    assertThat(panels.get(1).text("area")).isEmpty();
    assertThat(panels.get(1).content()).isNotEqualTo(panels.get(2).content());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9999, 0", "10000, 1", "14999, 1", "15000, 0", "15000000010000, 1"})
  void theSceneFollowsFromTheClock(long millis, int scene) {
    assertThat(board(SMALL).sceneAt(millis)).isEqualTo(scene);
  }

  /** Half of 1888 less a gap, less the frame; the height is that of one panel of two. */
  @Test
  void aPictureIsDrawnForItsRoom() {
    String text =
        """
        title: {zh: 宽, en: Wide}
        ticker: false
        scenes:
          - id: a
            columns:
              - {width: 1, panels: [{kind: trend}, {kind: rhythm}]}
              - {width: 1, panels: [{kind: grades}]}
              - {width: 0, wide: 2, panels: [{kind: map}]}
        """;
    List<PanelPlan> panels = board(text).panels();
    assertThat(panels.get(1).shape()).isEqualTo(new PanelShape(938 - 30, 480 - 58));
    assertThat(panels.get(3).shape()).isEqualTo(new PanelShape(938 - 30, 972 - 58));
    assertThat(panels.get(4).shape()).isEqualTo(new PanelShape(1892 - 30, 972 - 58));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "days: 7}|days: 6}|scenes 1 \"one\" › columns 1 › panels 2 \"trend\"|days|6|whole",
        "days: 7}|days: many}|scenes 1 \"one\" › columns 1 › panels 2 \"trend\"|days|many|whole",
        "days: 7}|day: 7}|scenes 1 \"one\" › columns 1 › panels 2 \"trend\"|day|7|key",
        "days: 7}|area: 3}|scenes 1 \"one\" › columns 1 › panels 2 \"trend\"|area|3|area",
        "kind: grades|kind: grade|scenes 2 \"two\" › columns 1 › panels 1 \"grade\"|kind|grade|one-of",
        "kind: grades|kind: header|scenes 2 \"two\" › columns 1 › panels 1 \"header\"|kind|header|one-of",
        "indicator: M04|indicator: M99|scenes 2 \"two\" › columns 2 › panels 1 \"map\"|indicator|M99|indicator",
        "colour: indicator|colour: grade|scenes 2 \"two\" › columns 2 › panels 1 \"map\"|colour|grade|one-of",
        "seconds: 10|seconds: 1|scenes 1 \"one\"|seconds|1|whole",
        "seconds: 10|seconds: 99999999999|scenes 1 \"one\"|seconds|99999999999|whole",
        "id: two|id: one|''|scenes|[{|unlike-ids",
        "id: two|id: TWO|scenes 2 \"TWO\"|id|TWO|id",
        "width: 3|width: 0|scenes 2 \"two\"|columns|[{|shown-width",
        "width: 3|width: 101|scenes 2 \"two\" › columns 1|width|101|whole",
        "zh: 小屏|zh: ' '|title|zh|' '|name",
        ", en: Small|''|title|en|''|name",
        "seconds: 5|seconds: 5, seconds: 6|''|''|mapping|yaml",
      })
  void eachFaultSaysWhereWhichKeyWhatIsSeenAndWhatIsExpected(
      String there, String instead, String place, String key, String seen, String expected) {
    Reading reading = BoardReader.read(SMALL.replace(there, instead));
    assertThat(reading.board()).isEmpty();
    BoardFault fault = reading.faults().get(0);
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.seen()).startsWith(seen);
    assertThat(fault.expected()).isEqualTo(expected);
    for (Language language : Language.values()) {
      assertThat(
              Messages.of(language)
                  .text("boards.expected." + expected, fault.arguments().toArray()))
          .doesNotContain("{0}");
    }
  }

  @Test
  void anEmergencyIsALineThatComesAndGoes() {
    String calm = ShippedBoards.all().get(ShippedBoards.EMERGENCY);
    Instant since = Instant.parse("2026-07-01T02:00:00.250Z");
    String typhoon = EmergencyText.declared(calm, "台风 \"一号\" {#: }", since);
    assertThat(board(calm).emergency()).isEmpty();
    assertThat(board(typhoon).emergency())
        .contains(
            new Emergency(
                new LocalName("台风 \"一号\" {#: }", "台风 \"一号\" {#: }"),
                Instant.parse("2026-07-01T02:00:00Z")));
    assertThat(board(typhoon).scenes()).isEqualTo(board(calm).scenes());
    assertThat(EmergencyText.over(typhoon)).isEqualTo(calm);
    assertThat(EmergencyText.over(calm)).isEqualTo(calm);
    assertThat(board(EmergencyText.declared(typhoon, "洪水", since)).emergency().orElseThrow().name())
        .isEqualTo(new LocalName("洪水", "洪水"));
    assertThat(BoardReader.read(typhoon.replace("-07-", "-13-")).faults())
        .extracting(BoardFault::key, BoardFault::expected)
        .containsExactly(tuple("since", "moment"));
  }

  static Stream<String> emergencies() {
    return Stream.of(
        "emergency:\n  zh: 洪水\n  en: Flood\n  since: \"2026-07-01T02:00:00Z\"\n",
        "emergency:\n  zh: |-\n    洪水\n  # when\n  since: '2026-07-01T02:00:00Z'\n  en: >-\n   Flood\n",
        "emergency: {zh: 洪水,\n  en: Flood,\n\n  since: \"2026-07-01T02:00:00Z\"}\n",
        "\"emergency\" : {zh: 洪水, en: Flood, since: \"2026-07-01T02:00:00Z\"} # so\n",
        "? emergency\n: zh: 洪水\n  en: Flood\n  since: '2026-07-01T02:00:00Z'\n",
        "emergency: !!map\n  {zh: 洪水, en: Flood, since: '2026-07-01T02:00:00Z'}\n");
  }

  /** However somebody wrote it, at whatever place, it is cut as a whole and nothing else is. */
  @ParameterizedTest
  @MethodSource("emergencies")
  void anEmergencyOfAnyFormIsCutAsAWhole(String emergency) {
    String before = "# ours\ntitle: {zh: 屏, en: Wall} # name\n";
    String after = "# scenes\n" + SMALL.substring(SMALL.indexOf("scenes:"));
    for (String text : List.of(before + emergency + after, before + after + emergency)) {
      assertThat(board(text).emergency().orElseThrow().name())
          .isEqualTo(new LocalName("洪水", "Flood"));
      assertThat(EmergencyText.over(text)).isEqualTo(before + after);
      String typhoon = EmergencyText.declared(text, "台风", Instant.EPOCH);
      assertThat(typhoon).startsWith(before + after);
      assertThat(board(typhoon).emergency().orElseThrow().name())
          .isEqualTo(new LocalName("台风", "台风"));
    }
  }

  @Test
  void aBoardInBracesIsWrittenAnewWithTheSameContent() {
    String calm =
        "{title: {zh: 屏, en: Wall},"
            + " scenes: [{id: a, columns: [{width: 1, panels: [{kind: grades}]}]}]}";
    String flood =
        calm.replace(
            ", scenes", ", emergency: {zh: 洪水, en: F, since: '2026-07-01T02:00:00Z'}, scenes");
    assertThat(board(flood).emergency()).isPresent();
    assertThat(board(EmergencyText.over(flood))).isEqualTo(board(calm));
    for (String text : List.of(calm, flood, calm + "\n...\n")) {
      WallBoard typhoon = board(EmergencyText.declared(text, "台风", Instant.EPOCH));
      assertThat(typhoon.emergency().orElseThrow().name().zh()).isEqualTo("台风");
      assertThat(typhoon.calm()).isEqualTo(board(calm));
    }
    assertThat(EmergencyText.over("{")).isEqualTo("{\n");
  }

  @Test
  void onlyOneBoardTellsOfEmergencies() {
    String flood = EmergencyText.declared(SMALL, "洪水", Instant.EPOCH);
    assertThat(BoardReader.read(ShippedBoards.EMERGENCY, flood).board()).isPresent();
    Reading other = BoardReader.read("duty", flood);
    assertThat(other.board()).isEmpty();
    assertThat(other.faults())
        .extracting(BoardFault::place, BoardFault::key, BoardFault::expected)
        .containsExactly(tuple("", "emergency", "emergency-board"));
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).text("boards.expected.emergency-board", "emergency"))
          .contains("emergency")
          .doesNotContain("{0}");
    }
    assertThat(BoardReader.read("duty", SMALL).board()).isPresent();
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String text =
        SMALL.replace("days: 7", "days: 0").replace("seconds: 5", "seconds: no") + "\nextra: 1\n";
    assertThat(BoardReader.read(text).faults())
        .extracting(BoardFault::key)
        .containsExactlyInAnyOrder("extra", "days", "seconds");
  }

  @ParameterizedTest
  @MethodSource("noBoards")
  void whatIsNoBoardIsRefusedAndNothingBreaks(String text) {
    Reading reading = BoardReader.read(text);
    assertThat(reading.board()).isEmpty();
    assertThat(reading.faults()).isNotEmpty();
  }

  static Stream<String> noBoards() {
    return Stream.of(
        "",
        "null",
        "[]",
        "just words",
        "title: {zh: a, en: b}",
        "title: {zh: a, en: b}\nscenes: []",
        "title: {zh: a, en: b}\nscenes: [1, null, []]",
        "title: {zh: a, en: b}\nscenes: [{id: a, columns: [{width: 1, panels: [null]}]}]",
        "title: a\nscenes: {}",
        "a: &a [1]\nb: [*a, *a]",
        "title: \"\u0000\"",
        "{",
        "x".repeat(BoardReader.LONGEST_TEXT + 1));
  }

  @Test
  void aKeyThatStandsTwiceIsAFault() {
    Reading reading =
        BoardReader.read(SMALL.replace("seconds: 10", "seconds: 10\n    seconds: 20"));
    assertThat(reading.faults()).extracting(BoardFault::expected).containsExactly("yaml");
  }

  @Test
  void everyKindHasWords() {
    for (PanelKind kind : PanelKind.values()) {
      for (Language language : Language.values()) {
        assertThat(Messages.of(language).has("panel." + kind.word()) || kind == PanelKind.HEADER)
            .as(kind.word())
            .isTrue();
        assertThat(Messages.of(language).has("boards.kind." + kind.word()))
            .isEqualTo(kind.placeable());
      }
    }
  }
}
