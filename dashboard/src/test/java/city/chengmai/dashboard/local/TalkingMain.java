package city.chengmai.dashboard.local;

import java.io.IOException;
import java.io.OutputStream;

/** A service for tests: says what it is told to, then ends with a code or when its input closes. */
public final class TalkingMain {

  private TalkingMain() {}

  /** Arguments: an exit code or {@code serve}, then lines to say. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      System.out.println(arguments[i]);
    }
    if (arguments[0].equals("serve")) {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.out.println("input closed");
      return;
    }
    System.exit(Integer.parseInt(arguments[0]));
  }
}
