package city.chengmai.dashboard.page.desk;

/** A statement that the desk refuses by itself, before or while the server works on it. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super("refused: " + refusal.key() + " " + refusal.argument());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
