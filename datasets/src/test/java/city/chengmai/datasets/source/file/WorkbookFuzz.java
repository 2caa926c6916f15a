package city.chengmai.datasets.source.file;

import city.chengmai.datasets.source.file.FileFormat.Format;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of an Excel workbook, which the target packs into one: sheet, shared texts, styles,
 * list of sheets, with a line of three equals signs between. A part that is missing is a good one.
 */
public final class WorkbookFuzz implements FuzzTarget {

  private static final String BETWEEN = "\n===\n";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String SHEET =
      "<worksheet "
          + MAIN
          + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\">"
          + "<is><t>b</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45352.5</v></c>"
          + "<c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\"><f>A1+1</f><v>2</v></c></row></sheetData>"
          + "</worksheet>";
  private static final String TEXTS = "<sst " + MAIN + " count=\"1\"><si><t>a</t></si></sst>";
  private static final String STYLES =
      "<styleSheet "
          + MAIN
          + "><numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"yyyy-mm-dd\"/></numFmts>"
          + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
  private static final String BOOK =
      "<workbook "
          + MAIN
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
          + "officedocument.spreadsheetml.sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd."
          + "openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-"
          + "officedocument.spreadsheetml.styles+xml\"/></Types>";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "</Relationships>";

  @Override
  public List<String> seeds() {
    return List.of(
        String.join(BETWEEN, SHEET, TEXTS, STYLES, BOOK),
        SHEET.replace("45352.5", "-1e300"),
        SHEET.replace("45352.5", "x"),
        SHEET.replace("<v>0</v>", "<v>99</v>"),
        SHEET.replace("r=\"B1\"", "r=\"XFD1\""),
        SHEET.replace("t=\"b\"", "t=\"e\""),
        SHEET.replace("<row r=\"1\">", "<row>"),
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
            + SHEET.replace("<t>b</t>", "<t>&b;</t>"),
        "");
  }

  @Override
  public List<String> words() {
    return List.of(
        "<row r=\"",
        "<c r=\"",
        "t=\"inlineStr\"",
        "t=\"str\"",
        "t=\"e\"",
        "s=\"1\"",
        "<v>",
        "</v>",
        "<f>",
        "<is>",
        "&#x0;",
        "<![CDATA[",
        "<sheetData>",
        "ZZZZ1",
        "r:id=\"rId2\"");
  }

  @Override
  public void take(byte[] input) throws IOException {
    String[] parts = FuzzTarget.text(input).split(BETWEEN, 4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", TYPES);
      put(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      put(zip, "xl/worksheets/sheet1.xml", parts[0]);
      put(zip, "xl/sharedStrings.xml", parts.length > 1 ? parts[1] : TEXTS);
      put(zip, "xl/styles.xml", parts.length > 2 ? parts[2] : STYLES);
      put(zip, "xl/workbook.xml", parts.length > 3 ? parts[3] : BOOK);
    }
    FileFormat format =
        new FileFormat("*", Format.EXCEL, null, null, HeaderRow.FIRST, null, 0, null, null, false);
    read(format, new Packed(bytes.toByteArray()));
  }

  private static void read(FileFormat format, DataFile file) {
    try (RowReader rows = format.open(file)) {
      while (rows.next().isPresent()) {
        rows.columns();
      }
    } catch (IOException refused) {
      return;
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static final class Packed implements DataFile {

    private final byte[] bytes;

    Packed(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return "data.xlsx";
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
