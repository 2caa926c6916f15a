package city.chengmai.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void aHashIsArgon2idWithItsOwnSaltAndFitsItsPasswordAlone() {
    String hash = passwords.hash("城脉 correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("城脉 correct horse")).isNotEqualTo(hash);
    assertThat(passwords.matches("城脉 correct horse", hash)).isTrue();
    assertThat(passwords.matches("城脉 correct horse ", hash)).isFalse();
  }

  @Test
  void withoutAHashNoPasswordFits() {
    assertThat(passwords.matches("nobody has this password", "")).isFalse();
    assertThat(passwords.matches("", "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "my name is Wang!", "123456789012", ""})
  void easyPasswordsAreRefused(String password) {
    assertThat(Passwords.problem(password, "wang")).isNotEmpty();
  }

  @Test
  void aLongPasswordIsTaken() {
    assertThat(Passwords.problem("four good words 9", "wang")).isEmpty();
  }
}
