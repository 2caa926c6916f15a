package city.chengmai.ingest.gateway.key;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The YAML file of the sources: a name, and below it what {@link SourceEntry} describes.
 *
 * @param path where it is
 */
public record KeyFile(Path path) {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();
  private static final MapType SHAPE =
      YAML.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, SourceEntry.class);
  private static final String HEADER =
      """
      # Who may send events through the gateway. Each source has a name and, below it:
      #   key-sha256            hashes of its keys; the keys themselves are kept nowhere
      #   sources               CloudEvents sources it may send as; * at the end for any ending
      #   types                 event types it may send, for example cn.grid.case.*
      #   events-per-second     100 unless given
      #   burst                 events that may come at once; twice the rate unless given
      #   largest-event-bytes   65536 unless given
      #   open311-source        CloudEvents source of its Open311 requests; without it, it may file none
      # "ingest gateway-key NAME" makes a key. Changes count within a second.
      """;

  /** Makes the file, readable by its owner only and without any source, unless it is there. */
  public void makeIfMissing() {
    if (Files.exists(path)) {
      return;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(path, HEADER);
    } catch (FileAlreadyExistsException e) {
      // Another process of this installation was quicker.
      return;
    } catch (IOException e) {
      throw broken("cannot be made (" + e + "); make the directory writable", e);
    }
  }

  /** Puts a source at the end of the file; the rest stays as a person wrote it. */
  public void add(String name, String entry) {
    makeIfMissing();
    if (rules(text()).stream().anyMatch(rules -> rules.name().equals(name))) {
      throw broken(
          "has a source \"" + name + "\" already: add the hash to its key-sha256 there", null);
    }
    try {
      String before = text().endsWith("\n") ? "" : "\n";
      Files.writeString(path, before + entry, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw broken("cannot be written (" + e + ")", e);
    }
  }

  String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw broken("cannot be read (" + e + ")", e);
    }
  }

  /**
   * The sources in the text of the file.
   *
   * @throws StoreException (BAD_CONFIGURATION) that names file, source and member
   */
  List<SourceRules> rules(String text) {
    List<SourceRules> rules = new ArrayList<>();
    for (Map.Entry<String, SourceEntry> entry : entries(text).entrySet()) {
      try {
        requireName(entry.getKey());
        rules.add(SourceRules.of(entry.getKey(), entry.getValue()));
      } catch (IllegalArgumentException | NullPointerException e) {
        throw broken("source \"" + entry.getKey() + "\": " + e.getMessage(), e);
      }
    }
    return rules;
  }

  /** Refuses names that would be hard to read in a log or a metric. */
  public static void requireName(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "expected a name of small letters, digits and dashes, got \"" + name + "\"");
    }
  }

  private Map<String, SourceEntry> entries(String text) {
    try {
      Map<String, SourceEntry> entries = YAML.readValue(text, SHAPE);
      return entries == null ? Map.of() : entries;
    } catch (MismatchedInputException e) {
      // A file of nothing but comments holds no document.
      if (e.getPath().isEmpty() && e.getMessage().startsWith("No content")) {
        return Map.of();
      }
      throw broken(place(e) + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw broken(place(e) + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
  }

  private StoreException broken(String what, Exception cause) {
    return new StoreException(
        ErrorCategory.BAD_CONFIGURATION, "gateway keys in " + path + ": " + what, cause);
  }
}
