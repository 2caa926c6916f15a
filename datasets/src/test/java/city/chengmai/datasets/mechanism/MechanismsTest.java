package city.chengmai.datasets.mechanism;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.mechanism.MeasureKind.Source;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MechanismsTest {

  private static final Mechanisms BUNDLED = Mechanisms.bundled();

  private static final String GOOD =
      """
      registers: { point: { zh: 点, en: Point } }
      services: { check: { zh: 查, en: Check } }
      demands: { wish: { zh: 愿, en: Wish } }
      mechanisms:
        - id: 001-08
          name: { zh: 甲, en: A }
          watches: { zh: 乙, en: B }
          menu: { register: point, service: check }
          map: point
          measures:
            - { id: reach, kind: reach, of: check, register: point, name: { zh: 丙, en: C } }
            - { id: wait, kind: match-days, of: wish, smallest: 9, name: { zh: 丁, en: D } }
            - { id: pack, kind: welcomed, of: welcome, days: 15, name: { zh: 己, en: F } }
          splits:
            - { of: wish, by: channel, name: { zh: 戊, en: E } }
      """;

  private static Mechanisms read(String yaml) throws IOException {
    return Mechanisms.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }

  @Test
  void aDeclarationIsReadWithItsDefaults() throws IOException {
    Mechanism one = read(GOOD).find("001-08").orElseThrow();
    assertThat(one.plan()).isEqualTo("001");
    assertThat(one.measures()).extracting(Measure::smallest).containsExactly(5L, 9L, 5L);
    assertThat(one.measures()).extracting(Measure::days).containsExactly(0, 0, 15);
    assertThat(one.map()).isEqualTo("point");
    assertThat(one.kinds(Source.REGISTER)).containsExactly("point");
    assertThat(one.kinds(Source.DEMAND)).containsExactly("wish");
    assertThat(one.splits()).extracting(Split::source).containsExactly(Source.DEMAND);
    assertThat(one.menu()).contains(new Menu("point", "", "check"));
    assertThat(one.personal()).isFalse();
  }

  @Test
  void partsOfPackagesAreThoseOfTheSchema() throws IOException {
    String file = "/city/chengmai/datasets/event/cn.grid.package.delivered.1.json";
    try (InputStream schema = Mechanisms.class.getResourceAsStream(file)) {
      List<String> parts = new ArrayList<>();
      new ObjectMapper()
          .readTree(schema)
          .at("/properties/part/enum")
          .forEach(part -> parts.add(part.asText()));
      assertThat(MechanismCheck.PARTS).containsExactlyElementsOf(parts);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: 001-08      | id: little-stool | id is \"little-stool\"; expected the id of a coverage row",
        "kind: reach     | kind: reached    | measure reach: kind is \"reached\"; expected one of services",
        "of: check, reg  | of: wish, reg    | of is \"wish\"; expected one of check",
        "register: point, n | n             | register is missing; expected a word",
        "register: point, n | register: spot, n | register is \"spot\"; expected one of point",
        "of: wish, smallest | of: wish, attribute: a, smallest | attribute is \"a\"; expected nothing",
        "smallest: 9     | smallest: -1     | smallest is \"-1\"; expected 0 or more",
        "id: wait        | id: reach        | measure id is \"reach\"; expected one of each",
        "{ of: wish, by  | { of: hope, by   | split of hope: of is \"hope\"; expected a kind",
        "{ wish:         | { check:         | kind is \"check\"; expected a kind that stands in one",
        "register: point, service | register: check, service | menu: register is \"check\"",
        "map: point      | map: spot        | map is \"spot\"; expected one of point",
        "of: welcome     | of: flowers      | of is \"flowers\"; expected one of general-policy",
        "days: 15, n     | n                | days is missing; expected 1 or more",
        "of: wish, smallest | of: wish, days: 3, smallest | days is \"3\"; expected nothing"
      })
  void whatDoesNotFitIsNamedForPeople(String part, String instead, String told) {
    assertThat(GOOD).contains(part.strip());
    assertThatThrownBy(() -> read(GOOD.replace(part.strip(), instead.strip())))
        .hasMessageContaining("mechanisms.yaml")
        .hasMessageContaining(told.strip());
  }

  @Test
  void placesOfSinglePersonsAreOnNoMap() {
    assertThatThrownBy(() -> read(GOOD.replace("map: point", "map: point\n    personal: true")))
        .hasMessageContaining("map is \"point\"; expected nothing, as places of single persons");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> read(GOOD.replace("splits:", "parts:"))).hasMessageContaining("parts");
  }

  @Test
  void everyDeclaredKindIsLookedAtByAMechanism() {
    for (Source source : new Source[] {Source.SERVICE, Source.REGISTER, Source.DEMAND}) {
      Set<String> used = new HashSet<>();
      BUNDLED.all().forEach(one -> used.addAll(one.kinds(source)));
      assertThat(used).isEqualTo(BUNDLED.kinds(source).keySet());
    }
    assertThat(BUNDLED.all()).hasSizeGreaterThan(30);
  }
}
