package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The directory of one backup. It is whole when its manifest is there, which is written last.
 *
 * <pre>
 *   DIR/manifest.json    what is in it
 *   DIR/manifest.sha256  of the manifest
 *   DIR/tables/          ClickHouse's own backup
 *   DIR/files/           files of the installation, as they stood below its data directory
 * </pre>
 */
final class BackupFolder {

  private static final String MANIFEST = "manifest.json";
  private static final String SEAL = "manifest.sha256";
  private static final int MOST_FAULTS = 10;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path root;

  BackupFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  Path tables() {
    return root.resolve("tables");
  }

  Path files() {
    return root.resolve("files");
  }

  /** Makes it, for its owner only; refuses a directory with something in it. */
  void create() throws IOException {
    if (!FileTree.isEmpty(root)) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot write a backup to "
              + root
              + ": it is not empty; a backup takes a directory of its own, which may not exist yet");
    }
    FileTree.privateDirectory(root);
  }

  /** Sums of all files that are there now. */
  List<KeptFile> sums() throws IOException {
    return FileTree.sums(root).stream()
        .filter(file -> !file.path().equals(MANIFEST) && !file.path().equals(SEAL))
        .toList();
  }

  void seal(Manifest manifest) throws IOException {
    Path file = root.resolve(MANIFEST);
    FileTree.write(root.resolve(SEAL), "");
    FileTree.write(file, JSON.writeValueAsString(manifest) + "\n");
    FileTree.write(root.resolve(SEAL), FileTree.sha256(file) + "\n");
  }

  /**
   * The manifest, after every file was compared with it.
   *
   * @throws StoreException (BAD_INPUT) that names what is damaged, missing or too much
   */
  Manifest open() throws IOException {
    Manifest manifest = read();
    List<String> faults = faults(manifest);
    if (!faults.isEmpty()) {
      int more = Math.max(0, faults.size() - MOST_FAULTS);
      throw damaged(
          String.join("; ", faults.subList(0, faults.size() - more))
              + (more > 0 ? "; and " + more + " more" : ""));
    }
    return manifest;
  }

  private Manifest read() throws IOException {
    Path file = root.resolve(MANIFEST);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(root.resolve(SEAL))) {
      throw damaged("there is no manifest, so it was never finished, or this is no backup");
    }
    String sealed = Files.readString(root.resolve(SEAL)).strip();
    String found = FileTree.sha256(file);
    if (!sealed.equals(found)) {
      throw damaged("manifest.json has SHA-256 " + found + ", it was sealed with " + sealed);
    }
    try {
      Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
      if (manifest.format() == Manifest.FORMAT) {
        return manifest;
      }
      throw damaged(
          "its format is " + manifest.format() + ", this program reads " + Manifest.FORMAT);
    } catch (JsonProcessingException unreadable) {
      throw damaged("manifest.json cannot be read: " + unreadable.getOriginalMessage());
    }
  }

  private List<String> faults(Manifest manifest) throws IOException {
    Map<String, KeptFile> there = new TreeMap<>();
    sums().forEach(file -> there.put(file.path(), file));
    List<String> faults = new ArrayList<>();
    for (KeptFile wanted : manifest.files()) {
      KeptFile found = there.remove(wanted.path());
      if (found == null) {
        faults.add(wanted.path() + " is missing");
      } else if (found.bytes() != wanted.bytes()) {
        faults.add(wanted.path() + " has " + found.bytes() + " bytes, expected " + wanted.bytes());
      } else if (!found.sha256().equals(wanted.sha256())) {
        faults.add(wanted.path() + " has other content than was written");
      }
    }
    there.keySet().forEach(path -> faults.add(path + " does not belong to it"));
    return faults;
  }

  private StoreException damaged(String what) {
    return new StoreException(
        ErrorCategory.BAD_INPUT,
        "the backup in "
            + root
            + " is not whole: "
            + what
            + ". Nothing was restored; use another backup");
  }
}
