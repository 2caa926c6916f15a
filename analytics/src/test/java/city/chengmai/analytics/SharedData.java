package city.chengmai.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real data beside the working copy, for tests tagged {@code shared-data}. Without it those tests
 * are reported as skipped with the reason; under {@code CI=true} they fail instead.
 */
public final class SharedData implements ExecutionCondition {

  private static final Path FOLDER = folder();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isDirectory(FOLDER) || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("shared data expected in " + FOLDER);
    }
    return ConditionEvaluationResult.disabled("no shared data in " + FOLDER);
  }

  /** The lines of a file within an archive. */
  public static List<String> lines(String archive, String entry) {
    try (ZipFile zip = new ZipFile(FOLDER.resolve(archive).toFile());
        InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("reading " + entry + " of " + archive + " in " + FOLDER, e);
    }
  }

  /** The bytes of a file within an archive, as text. */
  public static String text(String archive, String entry) {
    return String.join("\n", lines(archive, entry));
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    for (Path up = here; up != null; up = up.getParent()) {
      Path candidate = up.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return here.resolve("../../shared/data").normalize();
  }
}
