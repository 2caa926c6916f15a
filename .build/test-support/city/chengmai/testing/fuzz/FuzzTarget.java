package city.chengmai.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One reader of foreign input, handed any bytes. Whatever they are, it may read them or refuse them
 * in the way it promises; anything else is a finding. The class is made by name, so it needs a
 * public constructor without arguments.
 */
public interface FuzzTarget {

  /** Inputs of the kind that people send, to begin with. */
  List<String> seeds();

  /** Words of that kind of input, which bytes changed at random would hardly make. */
  default List<String> words() {
    return List.of();
  }

  /**
   * Reads the input.
   *
   * @throws Exception when the product did not keep its word
   */
  void take(byte[] input) throws Exception;

  /** For lines and directories: {@code AreaFileFuzz} is {@code area-file}. */
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceFirst("Fuzz$", "")
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The input as text; what is no UTF-8 becomes a replacement character. */
  static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}
