package city.chengmai.datasets.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What files of record have to hold (一企一档, 一楼一档, 网格档案). Immutable; {@link #bundled} reads {@code
 * files.yaml} of the class path.
 *
 * @param version raised when what counts as complete or fresh changes
 * @param clearDays days that the three clears (三清) of an enterprise look back for answers that were
 *     no solution
 * @param files one rule a kind of record
 */
public record FileRules(int version, int clearDays, List<FileRule> files) {

  /** Copies the rules; refuses a kind that stands twice. */
  public FileRules {
    files = List.copyOf(files);
    if (version < 1 || clearDays < 1) {
      throw new IllegalArgumentException("version and clearDays of files must be 1 or more");
    }
    Set<String> kinds = new HashSet<>();
    for (FileRule file : files) {
      if (!kinds.add(file.kind())) {
        throw new IllegalArgumentException("file kind " + file.kind() + " stands twice");
      }
    }
  }

  /** The rules shipped with the product. */
  public static FileRules bundled() {
    return Catalogue.read("files.yaml", FileRules.class);
  }

  /** The rule of a kind of record: enterprise, building, grid. */
  public FileRule of(String kind) {
    return files.stream()
        .filter(file -> file.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no file rule for kind " + kind));
  }
}
