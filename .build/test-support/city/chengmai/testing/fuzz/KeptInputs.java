package city.chengmai.testing.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a target is given in every build: its seeds, and each input that once broke it. Those lie in
 * {@code src/test/resources/fuzz/TARGET} of the module, named after what they broke.
 */
public final class KeptInputs {

  private static final Path KEPT = Path.of("src/test/resources/fuzz");

  private KeptInputs() {}

  /** One test for each input of each target; they pass when the target keeps its word. */
  public static Stream<DynamicTest> tests(List<? extends FuzzTarget> targets) {
    return targets.stream()
        .flatMap(
            target ->
                of(target).entrySet().stream()
                    .map(
                        input ->
                            DynamicTest.dynamicTest(
                                target.name() + " " + input.getKey(),
                                () -> target.take(input.getValue()))));
  }

  /** Inputs of a target by name: seeds by number, kept ones by the name of their file. */
  static Map<String, byte[]> of(FuzzTarget target) {
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    List<String> seeds = target.seeds();
    for (int i = 0; i < seeds.size(); i++) {
      inputs.put("seed-" + i, seeds.get(i).getBytes(StandardCharsets.UTF_8));
    }
    try {
      for (Path file : files(KEPT.resolve(target.name()))) {
        inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading the kept inputs of " + target.name(), e);
    }
    return inputs;
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
