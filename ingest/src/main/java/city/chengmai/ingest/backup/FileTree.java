package city.chengmai.ingest.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Directories that only their owner can enter, file by file. */
public final class FileTree {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private FileTree() {}

  static void privateDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, OWNER_DIRECTORY);
  }

  static void write(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    }
    Files.writeString(file, text);
  }

  /** Whether it does not exist or has nothing in it. */
  public static boolean isEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  static List<KeptFile> sums(Path root) throws IOException {
    List<KeptFile> sums = new ArrayList<>();
    for (Path file : files(root)) {
      sums.add(new KeptFile(relative(root, file), Files.size(file), sha256(file)));
    }
    return sums;
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * Copies the files below one directory that are wanted to another; a file that is there already
   * stays as it is.
   *
   * @return paths of files that were there already
   */
  static List<String> copy(Path from, Path to, Predicate<String> wanted) throws IOException {
    List<String> there = new ArrayList<>();
    for (Path file : files(from)) {
      String path = relative(from, file);
      Path target = to.resolve(path);
      if (!wanted.test(path)) {
        continue;
      }
      if (Files.exists(target)) {
        there.add(path);
        continue;
      }
      copyFile(file, target);
    }
    return there;
  }

  /** Copies one file, for its owner only. */
  static void copyFile(Path file, Path target) throws IOException {
    privateDirectory(target.toAbsolutePath().getParent());
    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setPosixFilePermissions(target, OWNER_FILE);
  }

  /** Moves a directory, by name where both lie on one file system, else by copying. */
  static void move(Path from, Path to) throws IOException {
    privateDirectory(to.getParent());
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException otherFileSystem) {
      copy(from, to, path -> true);
      delete(from);
    }
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
