package city.chengmai.dashboard.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The code points that the cut keeps: GB 2312 (the everyday characters of mainland China), Latin,
 * the signs charts use, and whatever else stands in the texts of this repository.
 */
final class CharacterSet {
  private static final Set<String> TEXTS =
      Set.of("properties", "yaml", "yml", "json", "geojson", "peb", "html", "js", "css", "sql");
  private static final long LARGEST_TEXT = 8L * 1024 * 1024;
  private static final int FIRST_SUPPLEMENTARY = 0x10000;

  private CharacterSet() {}

  static NavigableSet<Integer> of(List<Path> folders) {
    NavigableSet<Integer> kept = new TreeSet<>();
    addRange(kept, 0x20, 0x7E);
    addRange(kept, 0xA0, 0x17F);
    addRange(kept, 0x2002, 0x203B);
    addRange(kept, 0x2190, 0x2199);
    addRange(kept, 0x2460, 0x2473);
    addRange(kept, 0x25A0, 0x25FF);
    addRange(kept, 0x3000, 0x303F);
    addRange(kept, 0xFF01, 0xFF5E);
    "¥€℃‰≈≠≤≥±×÷√∞∑Δμσ★☆✓✕✗".codePoints().forEach(kept::add);
    addGb2312(kept);
    folders.forEach(folder -> addTexts(kept, folder));
    return kept;
  }

  private static void addRange(Set<Integer> kept, int first, int last) {
    IntStream.rangeClosed(first, last).forEach(kept::add);
  }

  private static void addGb2312(Set<Integer> kept) {
    Charset gb2312 = Charset.forName("GB2312");
    for (int row = 0xA1; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        new String(new byte[] {(byte) row, (byte) cell}, gb2312)
            .codePoints()
            .filter(point -> point != 0xFFFD)
            .forEach(kept::add);
      }
    }
  }

  private static void addTexts(Set<Integer> kept, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(CharacterSet::isText).forEach(file -> addText(kept, file));
    } catch (IOException failure) {
      throw new UncheckedIOException("Reading the texts below " + folder + " failed", failure);
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && file.toFile().length() <= LARGEST_TEXT
        && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static void addText(Set<Integer> kept, Path file) {
    try {
      // Decoded leniently: a file of another encoding adds a few unused glyphs, nothing worse.
      new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .codePoints()
          .filter(point -> point > 0x7E && point < FIRST_SUPPLEMENTARY)
          .filter(point -> point != 0xFFFD && !Character.isISOControl(point))
          .forEach(kept::add);
    } catch (IOException failure) {
      throw new UncheckedIOException("Reading " + file + " failed", failure);
    }
  }
}
