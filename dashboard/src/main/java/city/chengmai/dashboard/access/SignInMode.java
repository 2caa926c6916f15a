package city.chengmai.dashboard.access;

import java.util.Arrays;
import java.util.Locale;

/** Whether people have to sign in. */
public enum SignInMode {
  /** As soon as there is an account; always where others than this machine can reach the port. */
  AUTO,
  /** Always. */
  ON,
  /** Never: whoever reaches the port is operator and analyst. Loopback only. */
  OFF;

  /** The mode of this name in the settings. */
  public static SignInMode of(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("neither auto nor on nor off"));
  }
}
