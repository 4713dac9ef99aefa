package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpacesTest {
  private static final String INVISIBLE = "\u00a0\u202f\u2007\u200b\ufeff\u2060\u00ad\u3000\u200e";

  @Test
  void countsWhatCannotBeSeenAsSpace() {
    assertThat((INVISIBLE + " \t\r\n\u0000\u0085\u2028").codePoints()).allMatch(Spaces::isSpace);
    assertThat("a0-.\u00e4\u20ac\u4e2d\u0301\ufe0f".codePoints()).noneMatch(Spaces::isSpace);
  }

  @Test
  void stripsSpacesAroundATextAndKeepsThoseWithin() {
    assertThat(Spaces.strip(INVISIBLE + "a\u00a0b" + INVISIBLE)).isEqualTo("a\u00a0b");
    assertThat(Spaces.strip(INVISIBLE)).isEmpty();
    assertThat(Spaces.strip("")).isEmpty();
  }

  @Test
  void showsWhatCannotBeSeen() {
    assertThat(Spaces.visible("Price\u200b (\u20ac)\n")).isEqualTo("Price\\u200B (\u20ac)\\u000A");
    assertThat(Spaces.visible("M\u00f6bel \ud83d\ude00")).isEqualTo("M\u00f6bel \ud83d\ude00");
  }

  @Test
  void skipsTheSameSpacesInUtf8() {
    for (int codePoint = 0; codePoint <= Character.MAX_VALUE; codePoint++) {
      if (Character.isSurrogate((char) codePoint)) {
        continue;
      }
      byte[] bytes =
          ("\u4e2d" + Character.toString(codePoint) + "\ud83d\ude00")
              .getBytes(StandardCharsets.UTF_8);
      int before = bytes.length - 4;
      boolean space = Spaces.isSpace(codePoint);
      assertThat(Blanks.skipForward(bytes, 3, bytes.length)).isEqualTo(space ? before : 3);
      assertThat(Blanks.skipBackward(bytes, 3, before)).isEqualTo(space ? 3 : before);
      assertThat(Blanks.skipBackward(bytes, 3, bytes.length)).isEqualTo(bytes.length);
    }
  }
}
