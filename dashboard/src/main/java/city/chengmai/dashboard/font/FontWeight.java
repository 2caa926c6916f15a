package city.chengmai.dashboard.font;

/** A weight (字重) of the house font that is shipped, and the file it is shipped in. */
public enum FontWeight {
  /** Body text, axis labels, values. */
  REGULAR(400, "400Regular/NotoSansSC_400Regular.ttf"),
  /** Titles and figures that stand out. */
  MEDIUM(500, "500Medium/NotoSansSC_500Medium.ttf");

  private final int number;
  private final String source;

  FontWeight(int number, String source) {
    this.number = number;
    this.source = source;
  }

  /** The CSS and SVG {@code font-weight}. */
  public int number() {
    return number;
  }

  /** File name of the cut, below the resource folder of this package. */
  public String fileName() {
    return "noto-sans-sc-" + number + ".ttf";
  }

  /** Path of the uncut font inside the npm package. */
  String source() {
    return source;
  }
}
