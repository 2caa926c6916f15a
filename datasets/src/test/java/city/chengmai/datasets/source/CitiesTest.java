package city.chengmai.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.calendar.ChineseHolidays;
import city.chengmai.datasets.grid.Area;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitiesTest {

  private static final CityOptions OPTIONS = CityOptions.at(Instant.parse("2024-06-01T00:00:00Z"));

  @Test
  void loadsACityFromADirectory(@TempDir Path directory) throws IOException {
    InMemoryCityFiles files = new InMemoryCityFiles();
    for (String file :
        List.of("city.yaml", "areas.geojson", "categories.csv", "mapping.yaml", "cases.csv")) {
      try (InputStream content = files.open(file)) {
        Files.copy(content, directory.resolve(file));
      }
    }

    City city = Cities.load(directory.toString(), OPTIONS);

    assertThat(city.name()).isEqualTo(directory.getFileName().toString());
    assertThat(city.nameZh()).isEqualTo("小城");
    assertThat(city.holidays()).isInstanceOf(ChineseHolidays.class);
    assertThat(city.clock()).isEqualTo("system");
    assertThat(city.lastDay()).isEmpty();
    assertThat(city.areas().areas()).extracting(Area::id).containsExactly("small", "west", "east");
    assertThat(city.feed().records()).isZero();
  }

  @Test
  void aParentWithoutPolygonCoversItsChildren() {
    City city = Cities.fromFiles(new InMemoryCityFiles());

    double apart = city.areas().baseGrids().stream().mapToDouble(Area::squareKilometres).sum();
    // 0.02 by 0.01 degrees at 31 degrees north: 1.906 km by 1.112 km.
    assertThat(apart).isBetween(2.115, 2.125);
    assertThat(city.areas().root().squareKilometres()).isBetween(apart - 1e-6, apart + 1e-6);
    assertThat(city.areas().root().boundary().getNumGeometries()).isEqualTo(1);
  }

  @Test
  void anUnknownCityIsRefusedWithTheKnownOnes() {
    assertThat(Cities.names()).contains("boston-311-2011");
    assertThatThrownBy(() -> Cities.load("atlantis", OPTIONS))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("atlantis")
        .hasMessageContaining("boston-311-2011")
        .hasMessageContaining("city.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // file         | piece              | replacement        | what the message must hold
        "city.yaml      | zone: Asia/Shanghai| zone: Mars         | IANA",
        "city.yaml      | holidays: china    | holidays: mars     | us-federal",
        "city.yaml      | kind: mapping      | 'kind: mapping, colour: red' | colour",
        "city.yaml      | first-day: 2024-01-01 | first-day: soon | first-day",
        "city.yaml      | kind: mapping      | kind: magic        | expected mapping",
        "areas.geojson  | 'grid\",'          | 'cellar\",'        | cellar",
        "areas.geojson  | '\"id\": \"east\"' | '\"id\": \"west\"' | west",
        "areas.geojson  | '\"东片\"'          | '\"西片\"'          | rename one",
        "areas.geojson  | '[121.01, 31], [121.02, 31], [121.02, 31.01]' | '[121.02, 31.01], [121.02, 31], [121.01, 31]' | east",
        "categories.csv | 市容/乱停车          | 绿化/乱停车          | 绿化",
        "mapping.yaml   | opened: opened     | opened: begun      | begun",
        "mapping.yaml   | opened: opened     | opned: opened      | key opened is missing",
        "mapping.yaml   | 'area: area'       | 'due-at: x'        | due-at",
        "mapping.yaml   | hotline            | pigeon             | pigeon",
        "mapping.yaml   | done: closed       | done: finished     | finished",
        "mapping.yaml   | yyyy/M/d           | nonsense           | times",
        "mapping.yaml   | 'area: area'       | 'events-at-open: [reported, disposed]' | disposed",
        "mapping.yaml   | 'area: area'       | 'events-at-open: [reported, accepted]' | add filed",
        "mapping.yaml   | 'area: area'       | 'events-at-open: [filed]' | begin with reported",
        "mapping.yaml   | 'area: area'       | 'rules: {closed-before-opened: drop}' | closed-before-opened",
        "mapping.yaml   | 'area: area'       | 'close-manner: magic' | magic",
        "mapping.yaml   | 'name: cases.csv'  | 'name: lost.csv'   | lost.csv",
        "mapping.yaml   | 'name: cases.csv'  | 'name: cases.csv, charset: EBCDIC-0' | GB18030",
        "mapping.yaml   | 'name: cases.csv'  | 'name: cases.csv, header: false' | names of the columns"
      })
  void aFaultInTheFilesIsNamed(String file, String piece, String replacement, String message) {
    InMemoryCityFiles files = new InMemoryCityFiles().edit(file, piece, replacement);

    assertThatThrownBy(() -> Cities.fromFiles(files))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining(message);
  }
}
