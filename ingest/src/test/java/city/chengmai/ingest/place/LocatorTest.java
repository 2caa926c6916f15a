package city.chengmai.ingest.place;

import static city.chengmai.ingest.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.intake.Received;
import city.chengmai.ingest.intake.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class LocatorTest {

  private final City city = TestCity.create();
  private final Locator locator = new Locator(city.areas(), city.zone(), 150);

  @ParameterizedTest
  @CsvSource({
    "121.415, 31.21, grid-west, ''",
    "121.407, 31.21, grid-west, grid-site",
    "121.425, 31.21, grid-east, ''",
    "121.42,  31.21, grid-east, ''",
    "121.435, 31.21, '',        ''",
  })
  void aPointLiesInItsGrids(double longitude, double latitude, String grid, String overlay)
      throws Refusal {
    Place place = locate("{'point':{'longitude':" + longitude + ",'latitude':" + latitude + "}}");
    assertThat(place.grid()).isEqualTo(grid);
    assertThat(place.overlayGrid()).isEqualTo(overlay);
  }

  @ParameterizedTest
  @CsvSource({
    "121.3990, 31.21, grid-west", // 95 m over the border
    "121.4410, 31.21, ''", // beside the area that no grid covers
  })
  void aPointJustOverTheBorderIsInside(double longitude, double latitude, String grid)
      throws Refusal {
    Place place = locate("{'point':{'longitude':" + longitude + ",'latitude':" + latitude + "}}");
    assertThat(place.grid()).isEqualTo(grid);
  }

  @Test
  void aPointFartherOverTheBorderIsOutside() {
    assertThatThrownBy(() -> locate("{'point':{'longitude':121.3980,'latitude':31.21}}"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aPointInNoAreaIsOutsideTheCity() {
    assertThatThrownBy(() -> locate("{'point':{'longitude':2.35,'latitude':48.85}}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2.35");
  }

  @Test
  void aNamedGridIsBelievedMoreThanAPointInNoArea() throws Refusal {
    Place place = locate("{'areaId':'grid-west','point':{'longitude':2.35,'latitude':48.85}}");
    assertThat(place.grid()).isEqualTo("grid-west");
    assertThat(place.longitude()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "areaId, grid-west, grid-west, ''",
    "areaName, 第grid-west网格, grid-west, ''",
    "areaName, GRID  Grid West, grid-west, ''",
    "areaName, ｇｒｉｄ－ｅａｓｔ, grid-east, ''",
    "areaName, Grid grid-site, '', grid-site",
    "areaName, nowhere, '', ''",
    "areaName, Ward 9, '', ''",
    "areaId, root, '', ''",
  })
  void anAreaIsKnownByIdAndByAnySpelling(String member, String value, String grid, String overlay)
      throws Refusal {
    Place place = locate("{'" + member + "':'" + value + "'}");
    assertThat(place.grid()).isEqualTo(grid);
    assertThat(place.overlayGrid()).isEqualTo(overlay);
  }

  @Test
  void aPointBetweenTheGridsTakesTheNamedOne() throws Refusal {
    Place place = locate("{'areaId':'grid-east','point':{'longitude':121.435,'latitude':31.21}}");
    assertThat(place.grid()).isEqualTo("grid-east");
  }

  @Test
  void gcj02PointsAreTurnedBack() throws Refusal {
    Coordinate shifted = ChinaOffset.toGcj02(new Coordinate(121.4199, 31.21));
    Place place =
        locate(
            "{'point':{'longitude':" + shifted.x + ",'latitude':" + shifted.y + ",'crs':'GCJ02'}}");
    assertThat(shifted.x - 121.4199).isGreaterThan(0.003);
    assertThat(place.grid()).isEqualTo("grid-west");
    assertThat(place.longitude()).isCloseTo(121.4199, within(1e-7));
  }

  private Place locate(String data) throws Refusal {
    return locator.locate(new Received(event(EventType.PATROL_FINDING, "r1", 0, data), ""));
  }
}
