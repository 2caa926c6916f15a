package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingGroupsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final int QUIET = 2;

  private static Finding on(String subject, int day) {
    return about(subject, day, day);
  }

  private static Finding about(String subject, int first, int last) {
    return new Finding(
        subject + first + "-" + last, subject, "c", DAY.plusDays(first), DAY.plusDays(last));
  }

  private static FindingGroups groups() {
    return new FindingGroups("A02", "city", QUIET);
  }

  @Test
  void whatGoesOnKeepsTheGroupOfItsFirstDay() {
    Map<String, String> found = groups().of(List.of(on("g", 0), on("g", 1), on("g", 4)));
    assertThat(found.values()).containsOnly("A02|g|c|2026-03-10");
  }

  @Test
  void afterMoreThanTheQuietDaysItIsNew() {
    Map<String, String> found = groups().of(List.of(on("g", 0), on("g", 4)));
    assertThat(found)
        .containsEntry("g0-0", "A02|g|c|2026-03-10")
        .containsEntry("g4-4", "A02|g|c|2026-03-14");
  }

  @Test
  void gridsOfADayThatTheCityIsUnusualOnBelongToIt() {
    List<Finding> flood = List.of(on("g", 0), on("h", 0), on("city", 0), about("city", -6, 0));
    assertThat(groups().of(flood).values()).containsOnly("A02|city|c|2026-03-10");
    assertThat(groups().of(List.of(on("g", 0), on("h", 0))).values()).doesNotHaveDuplicates();
  }

  @Test
  void cityJoinsWhatAGridHasHadForLongest() {
    Map<String, String> found =
        groups()
            .of(List.of(on("g", 0), on("h", 1), on("g", 2), on("h", 2), on("city", 2), on("h", 3)));
    assertThat(found.get("city2-2")).isEqualTo("A02|g|c|2026-03-10");
    assertThat(found.get("h2-2")).isEqualTo("A02|g|c|2026-03-10");
    assertThat(found.get("h3-3")).isEqualTo("A02|g|c|2026-03-10");
    assertThat(found.get("h1-1")).isEqualTo("A02|h|c|2026-03-11");
  }

  @Test
  void weekBelongsToWhatHappenedInIt() {
    Map<String, String> found = groups().of(List.of(on("g", 1), about("g", 0, 6)));
    assertThat(found.values()).containsOnly("A02|g|c|2026-03-11");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void runFromAnyDayGroupsAsOneFromTheBeginning(long seed) {
    List<Finding> all = random(seed);
    Map<String, String> whole = groups().of(all);
    for (int cut = 0; cut < 30; cut += 3) {
      LocalDate day = DAY.plusDays(cut);
      List<Finding> early = all.stream().filter(one -> one.last().isBefore(day)).toList();
      List<Finding> late = all.stream().filter(one -> !one.last().isBefore(day)).toList();
      Map<String, String> parts = new HashMap<>(groups().of(early));
      assertThat(whole).as("later days change nothing").containsAllEntriesOf(parts);
      FindingGroups goingOn = groups();
      early.forEach(one -> goingOn.known(one, whole.get(one.id())));
      parts.putAll(goingOn.of(late));
      assertThat(parts).isEqualTo(whole);
    }
  }

  /** What a run leaves as it was, such as hours of long ago, counts on its day and not before. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void whatARunLeavesAsItWasNamesNoGroupAnew(long seed) {
    List<Finding> all = random(seed);
    Map<String, String> whole = groups().of(all);
    List<Finding> left = all.stream().filter(one -> one.id().hashCode() % 3 == 0).toList();
    FindingGroups again = groups();
    left.forEach(one -> again.known(one, whole.get(one.id())));
    Map<String, String> found = again.of(all.stream().filter(one -> !left.contains(one)).toList());
    assertThat(left).isNotEmpty();
    assertThat(whole).containsAllEntriesOf(found);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void orderOfFindingsChangesNothing(long seed) {
    List<Finding> all = random(seed);
    Map<String, String> sorted = groups().of(all);
    List<Finding> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(groups().of(shuffled)).isEqualTo(sorted);
  }

  private static List<Finding> random(long seed) {
    Random random = new Random(seed);
    List<Finding> findings = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      for (String subject : List.of("city", "g", "h", "i")) {
        if (random.nextInt(4) == 0) {
          findings.add(on(subject, day));
        }
        if (day % 7 == 6 && random.nextInt(3) == 0) {
          findings.add(about(subject, day - 6, day));
        }
      }
    }
    return findings;
  }
}
