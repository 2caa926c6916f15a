package city.chengmai.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnCodecTest {

  @ParameterizedTest
  @CsvSource({
    "String, 网格",
    "String, ''",
    "LowCardinality(String), M04",
    "Float64, -0.1",
    "Nullable(Float64), 1e300",
    "Date, 2025-03-01",
    "Date, 2149-06-06",
    "DateTime64(3; 'UTC'), 1969-12-31 23:59:59.999",
    "UInt8, 255",
    "UInt16, 65535",
    "UInt32, 4294967295",
    "UInt64, 1763812345678",
    "Nullable(UInt16), 7"
  })
  void whatIsWrittenIsReadAgain(String type, String value) throws IOException {
    ColumnCodec codec = ColumnCodec.of(type.replace(';', ',')).orElseThrow();
    Object plain = codec.plain(value);
    assertThat(codec.read(in(codec, plain))).isEqualTo(plain);
  }

  @Test
  void nullIsKeptWhereTheColumnTakesIt() throws IOException {
    ColumnCodec nullable = ColumnCodec.of("LowCardinality(Nullable(String))").orElseThrow();
    assertThat(nullable.read(in(nullable, nullable.plain(null)))).isNull();
    assertThat(ColumnCodec.of("UInt8").orElseThrow().plain(null)).isEqualTo(0L);
    assertThat(ColumnCodec.of("String").orElseThrow().plain(null)).isEqualTo("");
  }

  @Test
  void longTextsHaveLongLengths() throws IOException {
    ColumnCodec codec = ColumnCodec.of("String").orElseThrow();
    String text = "x".repeat(70_000);
    assertThat(codec.read(in(codec, text))).isEqualTo(text);
  }

  @Test
  void arraysHaveNoCodec() {
    assertThat(ColumnCodec.of("Array(String)")).isEmpty();
    assertThat(ColumnCodec.of("Map(String, String)")).isEmpty();
  }

  private static DataInputStream in(ColumnCodec codec, Object plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.write(out, plain);
    return new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
  }
}
