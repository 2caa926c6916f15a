package city.chengmai.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

  @Test
  void ofALongStatementBothEndsAndTheDigestOfTheWholeAreKept() {
    String one = "SELECT " + "x".repeat(9_000) + " FROM cases";
    String other = "SELECT " + "x".repeat(4_000) + "y".repeat(5_000) + " FROM cases";
    assertThat(detail(one))
        .startsWith("SELECT ")
        .endsWith(" FROM cases")
        .containsPattern("9018 characters, SHA-256 [0-9a-f]{64}")
        .hasSizeLessThanOrEqualTo(4_000)
        .isNotEqualTo(detail(other));
    assertThat(detail("SELECT 1")).isEqualTo("SELECT 1");
  }

  private static String detail(String statement) {
    return AuditEntry.of(
            Instant.EPOCH, Visitor.LOCAL, "10.0.0.1", AuditKind.QUERY, true, "", statement)
        .detail();
  }
}
