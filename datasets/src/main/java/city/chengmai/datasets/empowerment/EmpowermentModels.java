package city.chengmai.datasets.empowerment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library of computing models, in display order. Immutable. */
public final class EmpowermentModels {

  private final Map<String, EmpowermentModel> models = new LinkedHashMap<>();

  /** These models; ids must be unique. */
  public EmpowermentModels(List<EmpowermentModel> models) {
    for (EmpowermentModel model : models) {
      if (this.models.putIfAbsent(model.id(), model) != null) {
        throw new IllegalArgumentException("model " + model.id() + " stands twice");
      }
    }
  }

  /** The models shipped with the product. */
  public static EmpowermentModels bundled() {
    try (InputStream in = EmpowermentModels.class.getResourceAsStream("models.yaml")) {
      ModelFile file =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(in, ModelFile.class);
      return new EmpowermentModels(file.models());
    } catch (IOException e) {
      throw new UncheckedIOException("reading models.yaml: " + e.getMessage(), e);
    }
  }

  /** All models in display order. */
  public List<EmpowermentModel> models() {
    return List.copyOf(models.values());
  }

  /** The model with this id, if there is one. */
  public Optional<EmpowermentModel> find(String id) {
    return Optional.ofNullable(models.get(id));
  }

  /** The model with this id. */
  public EmpowermentModel model(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no model " + id));
  }

  private record ModelFile(List<EmpowermentModel> models) {}
}
