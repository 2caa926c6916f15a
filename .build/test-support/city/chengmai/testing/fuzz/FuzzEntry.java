package city.chengmai.testing.fuzz;

/** Where the fuzzer enters its own process: hands inputs to the target that a property names. */
public final class FuzzEntry {

  /** System property that holds the class of the target. */
  static final String PROPERTY = "fuzz.target";

  private static final FuzzTarget TARGET = target(System.getProperty(PROPERTY));

  private FuzzEntry() {}

  /** Called by the fuzzer, by this name. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    TARGET.take(input);
  }

  private static FuzzTarget target(String name) {
    try {
      return Class.forName(name).asSubclass(FuzzTarget.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("making the fuzz target " + name, e);
    }
  }
}
