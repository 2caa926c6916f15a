package city.chengmai.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real data beside the working copy, in {@code ../shared/data}, for tests tagged {@code
 * shared-data}. Without it those tests are reported as skipped with the reason; under {@code
 * CI=true} they fail instead.
 */
public final class SharedData implements ExecutionCondition {

  private static final Optional<Path> FOLDER = folder();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (FOLDER.isPresent() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("shared data expected beside the working copy");
    }
    return ConditionEvaluationResult.disabled(
        "no folder ../shared/data beside the working copy, which this test reads");
  }

  /** A file of the folder. */
  public static Path file(String name) {
    return FOLDER
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .orElseThrow(
            () -> new IllegalStateException("expected ../shared/data/" + name + ", seen none"));
  }

  /** The lines of a file within an archive. */
  public static List<String> lines(String archive, String entry) {
    try (ZipFile zip = new ZipFile(file(archive).toFile());
        InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("reading " + entry + " of " + archive, e);
    }
  }

  /** The bytes of a file within an archive, as text. */
  public static String text(String archive, String entry) {
    return String.join("\n", lines(archive, entry));
  }

  private static Optional<Path> folder() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
