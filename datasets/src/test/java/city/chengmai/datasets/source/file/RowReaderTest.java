package city.chengmai.datasets.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.FileFormat.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

  @TempDir Path directory;

  @Test
  void readsAJsonArrayWithinObjectsAndPointersIntoItsElements() throws IOException {
    String json =
        """
        {"meta": {"rows": [9], "page": 1}, "result": {"count": 2, "rows": [
          {"ID": 7, "where": {"point": [121.5, 31.2]}, "none": null, "tags": ["a"]},
          "no object",
          {"ID": "8"}]}}
        """;

    List<SourceRow> rows = rows(format(Format.JSON_ARRAY, "result/rows", ""), text(json));

    assertThat(rows)
        .extracting(SourceRow::fault)
        .containsExactly(RowFault.NONE, RowFault.UNREADABLE, RowFault.NONE);
    assertThat(rows.get(0).cell("id")).isEqualTo("7");
    assertThat(rows.get(0).cell("/where/point/0")).isEqualTo("121.5");
    assertThat(rows.get(0).cell("none")).isEmpty();
    assertThat(rows.get(0).cell("tags")).isEqualTo("[\"a\"]");
    assertThat(rows.get(2).cell("/where/point/0")).isEmpty();
    assertThat(rows.get(2).number()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"rows\": 1}             ; rows ; expected a JSON array at \"/rows\" (file.path)",
        "{\"other\": []}           ; rows ; expected a member \"rows\" on the way to \"/rows\"",
        "[{\"id\": 1}              ; ''   ; ends early",
        "[{\"id\": 1}, {]          ; ''   ; Unexpected"
      })
  void aBrokenArrayIsABadFile(String json, String path, String message) {
    assertThatThrownBy(() -> rows(format(Format.JSON_ARRAY, path, ""), text(json)))
        .isInstanceOf(IOException.class)
        .satisfiesAnyOf(
            fault -> assertThat(fault).hasMessageContaining(message),
            fault -> assertThat(fault).hasMessageContaining("end-of-input"));
  }

  @Test
  void aLineThatIsNoJsonIsOneFaultyRow() throws IOException {
    List<SourceRow> rows =
        rows(format(Format.JSON_LINES, "", ""), text("{\"id\": 1}\n\n{\"id\": \n[2]\n{\"id\": 3}"));

    assertThat(rows)
        .extracting(SourceRow::fault)
        .containsExactly(RowFault.NONE, RowFault.UNREADABLE, RowFault.UNREADABLE, RowFault.NONE);
    assertThat(rows.get(3).cell("id")).isEqualTo("3");
  }

  @Test
  void readsTheSheetOfAWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      workbook.newWorksheet("Cover").value(0, 0, "nothing here");
      Worksheet sheet = workbook.newWorksheet("数据");
      sheet.value(0, 0, "A title above the header");
      sheet.value(2, 0, "id");
      sheet.value(2, 1, "opened");
      sheet.value(2, 2, "remark");
      sheet.value(3, 0, 17);
      sheet.value(3, 1, LocalDateTime.of(2024, 3, 1, 10, 30));
      sheet.style(3, 1).format("yyyy-MM-dd H:mm:ss").set();
      sheet.value(5, 0, "18");
      sheet.value(5, 1, 45352.4375);
      sheet.value(5, 2, "line\nbreak");
      sheet.value(6, 0, "19");
      sheet.value(6, 5, "past the header");
    }
    DataFile file = new Bytes("data.xlsx", bytes.toByteArray());

    List<SourceRow> rows = rows(format(Format.EXCEL, "", "数据"), file);

    assertThat(rows).extracting(row -> row.cell("id")).containsExactly("17", "18", "19");
    assertThat(rows.get(0).cell("OPENED")).isEqualTo("2024-03-01T10:30");
    assertThat(rows.get(0).cell("remark")).isEmpty();
    assertThat(rows.get(1).cell("opened")).isEqualTo("45352.4375");
    assertThat(rows.get(1).cell("remark")).isEqualTo("line\nbreak");
    assertThat(rows)
        .extracting(SourceRow::fault)
        .containsExactly(RowFault.NONE, RowFault.NONE, RowFault.CELLS);
    assertThatThrownBy(() -> rows(format(Format.EXCEL, "", "Sheet9"), file))
        .hasMessageContaining("no sheet \"Sheet9\" (file.sheet), it has [Cover, 数据]");
    assertThatThrownBy(() -> rows(format(Format.EXCEL, "", ""), text("no workbook")))
        .hasMessageContaining("expected an Excel workbook (.xlsx)");
  }

  @Test
  void whatUnpacksToFarMoreThanATableIsRefused() throws IOException {
    byte[] rows = "id,opened\n".repeat(8 << 20).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows);
    }
    Path zip = directory.resolve("bomb.zip");
    Path book = directory.resolve("bomb.xlsx");
    pack(zip, "rows.csv", rows);
    pack(book, "xl/sharedStrings.xml", rows);

    FileFormat table = format(Format.DELIMITED, "", "");
    assertThatThrownBy(() -> rows(table, new Bytes("rows.csv.gz", packed.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 200 times its size");
    assertThatThrownBy(() -> rows(table, DataFiles.of(List.of(zip), "*").get(0)))
        .hasMessageContaining("more than 200 times its size");
    assertThatThrownBy(
            () -> rows(format(Format.EXCEL, "", ""), DataFiles.of(List.of(book), "*").get(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 200 times its size");
  }

  private static void pack(Path archive, String name, byte[] bytes) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
    }
  }

  @Test
  void aQuotationThatNobodyClosesDoesNotTakeTheRestOfTheFile() {
    String rest = "1,2\n".repeat(RowText.LONGEST_ROW / 4 + 10_000);
    assertThatThrownBy(() -> rows(format(Format.DELIMITED, "", ""), text("id,x\n1,\"2\n" + rest)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("quotation mark that is not closed");
    assertThatThrownBy(
            () -> rows(format(Format.JSON_LINES, "", ""), text("{" + rest.replace('\n', ' '))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a row has more than");
  }

  /** Were the entity read, the text of the other file would stand in a cell. */
  @Test
  void aWorkbookNamesNoOtherFiles() throws IOException {
    Path plain = directory.resolve("plain.xlsx");
    try (OutputStream bytes = Files.newOutputStream(plain);
        Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      workbook.newWorksheet("x").inlineString(0, 0, "HERE");
    }
    Path secret = Files.writeString(directory.resolve("secret.txt"), "cormorant");
    Path book = directory.resolve("entity.xlsx");
    try (ZipFile in = new ZipFile(plain.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(book))) {
      for (ZipEntry part : in.stream().toList()) {
        String text = new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(part.getName()));
        String head = "<!DOCTYPE a [<!ENTITY b SYSTEM \"" + secret.toUri() + "\">]>";
        String hostile =
            text.contains("HERE") ? text.replaceFirst("<worksheet", head + "<worksheet") : text;
        out.write(hostile.replace("HERE", "&b;").getBytes(StandardCharsets.UTF_8));
      }
    }
    try (RowReader rows =
        format(Format.EXCEL, "", "").open(DataFiles.of(List.of(book), "*").get(0))) {
      assertThat(rows.columns().toString()).doesNotContain("cormorant");
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("Excel workbook");
    }
  }

  @Test
  void takesMatchingFilesOfArchivesAndDirectoriesSortedByName() throws IOException {
    Path zip = directory.resolve("pack.ZIP");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("b/2.csv", "b/1.CSV", "b/1.txt", "a.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    Path single = Files.writeString(directory.resolve("single.data"), "id\n2\n");
    Path folder = Files.createDirectories(directory.resolve("folder/below"));
    Files.writeString(folder.resolve("x.csv"), "id\n3\n");

    List<Path> paths = List.of(zip, single, directory.resolve("folder"));

    assertThat(DataFiles.of(paths, "*.csv"))
        .extracting(DataFile::name)
        .containsExactly("a.csv", "b/1.CSV", "b/2.csv", "single.data", "below/x.csv");
    assertThat(DataFiles.of(List.of(zip), "b/*.csv")).hasSize(2);
    assertThat(DataFiles.of(List.of(zip), "!*.csv"))
        .extracting(DataFile::name)
        .containsExactly("b/1.txt");
    assertThat(rows(format(Format.DELIMITED, "", ""), DataFiles.of(paths, "*.csv").get(2)))
        .extracting(row -> row.cell("id"))
        .containsExactly("1");
    assertThatThrownBy(() -> DataFiles.of(List.of(zip), "*.json"))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("holds no file that file.name \"*.json\"");
    assertThatThrownBy(() -> DataFiles.of(List.of(directory.resolve("gone.csv")), "*"))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("gone.csv");
  }

  @Test
  void readsCompressedTextInOtherCharsets() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("编号;类别\n1;噪音\n".getBytes(Charset.forName("GB18030")));
    }
    FileFormat format =
        new FileFormat(null, null, "GB18030", ";", null, null, 0, null, null, false);

    List<SourceRow> rows = rows(format, new Bytes("data.csv.GZ", bytes.toByteArray()));

    assertThat(rows).extracting(row -> row.cell("类别")).containsExactly("噪音");
  }

  private static FileFormat format(Format format, String path, String sheet) {
    int skip = sheet.isEmpty() ? 0 : 1;
    return new FileFormat("*", format, null, null, null, null, skip, path, sheet, false);
  }

  private static List<SourceRow> rows(FileFormat format, DataFile file) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (RowReader reader = format.open(file)) {
      for (Optional<SourceRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static DataFile text(String content) {
    return new Bytes("data", content.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Bytes implements DataFile {

    private final String name;
    private final byte[] content;

    Bytes(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long size() {
      return content.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }
}
