package city.chengmai.datasets.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a YAML or JSON file into a record, keys in kebab case. Repeated keys are refused; unknown
 * keys are refused in YAML, which people write for us, and passed over in JSON, which other
 * programs write.
 */
public final class StructuredFile {

  private static final ObjectMapper YAML = kebabCase(YAMLMapper.builder()).build();

  // Not the YAML reader, which takes JSON too: it stops at 3 MB, and area files are larger.
  private static final ObjectMapper JSON =
      kebabCase(JsonMapper.builder())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StructuredFile() {}

  /**
   * The record that the file holds.
   *
   * @throws CityConfigurationException when the file is missing or does not fit; the message names
   *     file, key, and what is wrong
   */
  public static <T> T read(CityFiles files, String file, Class<T> type) {
    try (InputStream stream = files.open(file)) {
      return whole(mapper(file).readValue(stream, type), files, file);
    } catch (JsonProcessingException e) {
      throw new CityConfigurationException(
          "reading " + file + " of city " + files.name() + where(e) + ": " + reason(e), e);
    } catch (IOException e) {
      throw new CityConfigurationException(
          "reading " + file + " of city " + files.name() + ": no such readable file", e);
    }
  }

  /**
   * The record that the file holds, if the city has this file.
   *
   * @throws CityConfigurationException when it does not fit
   */
  public static <T> Optional<T> find(CityFiles files, String file, Class<T> type) {
    try (InputStream stream = files.open(file)) {
      Objects.requireNonNull(stream, file);
    } catch (FileNotFoundException | NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CityConfigurationException(
          "reading " + file + " of city " + files.name() + ": " + e.getMessage(), e);
    }
    return Optional.of(read(files, file, type));
  }

  private static <T> T whole(T read, CityFiles files, String file) {
    if (read == null) {
      throw new CityConfigurationException(
          "reading " + file + " of city " + files.name() + ": it holds nothing, expected keys");
    }
    return read;
  }

  private static ObjectMapper mapper(String file) {
    return file.endsWith("json") ? JSON : YAML;
  }

  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B kebabCase(B builder) {
    return builder
        .addModule(new JavaTimeModule())
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  private static String where(JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return line
          + ", key "
          + mapping.getPath().stream()
              .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
              .collect(Collectors.joining("."));
    }
    return line;
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "this key is not known, expected one of " + unknown.getKnownPropertyIds();
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return e.getCause().getMessage();
    }
    return e.getOriginalMessage();
  }
}
