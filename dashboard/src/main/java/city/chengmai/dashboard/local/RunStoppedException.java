package city.chengmai.dashboard.local;

/** The run was asked to stop while a part was being waited for. */
final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunStoppedException() {
    super("the run was stopped");
  }
}
