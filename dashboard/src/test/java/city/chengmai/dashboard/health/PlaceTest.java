package city.chengmai.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void aLoopbackAddressIsToldByTheNameOfTheMachine() {
    for (String host : List.of("127.0.0.1", "127.9.9.9", "localhost", "LocalHost", "[::1]")) {
      assertThat(Place.of(URI.create("http://" + host + ":7430/health")))
          .as(host)
          .isEqualTo(Place.here(7430));
    }
    assertThat(Place.of(URI.create("http://localhost/health"))).isEqualTo(Place.here(-1));
    assertThat(Place.here(-1)).isNotBlank().doesNotContain(":");
  }

  @Test
  void anyOtherAddressIsToldAsItIs() {
    for (String authority : List.of("ingest:7430", "10.0.0.7:7430", "[2001:db8::1]:80", "a.b")) {
      assertThat(Place.of(URI.create("http://" + authority + "/health"))).isEqualTo(authority);
    }
  }
}
