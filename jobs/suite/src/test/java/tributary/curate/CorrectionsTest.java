package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tributary.ForeignLocale;
import tributary.config.UserError;
import tributary.curate.Corrections.Known;
import tributary.curate.FileFacts.Content;

@ExtendWith(ForeignLocale.class)
class CorrectionsTest {
  private static final TakenFile NORTH = file(1, "orders.csv", "n");
  private static final TakenFile SOUTH = file(2, "orders.csv", "s");
  private static final TakenFile MAY = file(3, "may.csv", "m");
  private static final TakenFile FRESH = file(9, "orders.csv", "f");

  private final SharedKeys shared =
      new SharedKeys().put(1, 1, 10).put(2, 2, 10).put(3, 3, 10).put(9, 9, 10);

  private static TakenFile file(long number, String name, String sha256) {
    return new TakenFile(number, "shop", name, sha256, 10, Content.TRANSACTIONS);
  }

  private List<TakenFile> gone = List.of();

  private List<Long> replaced(List<TakenFile> counting, TakenFile... corrected) {
    return Corrections.find(
            new Known(counting, gone), List.of(corrected), Optional.empty(), content -> shared)
        .stream()
        .map(Replacement::number)
        .toList();
  }

  @Test
  void ofFilesOfOneNameTheOneThatHoldsTheSameIsReplaced() {
    shared.put(9, 2, 8).put(9, 1, 1);
    assertThat(replaced(List.of(NORTH, SOUTH, MAY), FRESH)).containsExactly(2L);
  }

  @Test
  void refusesWhenWhatItHoldsSinglesOutNoneOrSeveralOfTheName() {
    assertThatThrownBy(() -> replaced(List.of(NORTH, SOUTH), FRESH))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot replace orders.csv: what it holds does not single out one of the files of that"
                + " name, file 1 (orders.csv of source shop, 10 lines), 0 % the same; file 2"
                + " (orders.csv of source shop, 10 lines), 0 % the same; --file-number N says which"
                + " it corrects, without --replace it is taken in beside them");
    shared.put(9, 1, 9).put(9, 2, 10);
    assertThatThrownBy(() -> replaced(List.of(NORTH, SOUTH), FRESH))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("file 2 (orders.csv of source shop, 10 lines), 100 % the same");
  }

  @Test
  void refusesToReplaceTheOnlyFileOfItsNameByOtherLines() {
    shared.put(9, 1, 2);
    assertThatThrownBy(() -> replaced(List.of(NORTH, MAY), FRESH))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the file of that name holds other lines, file 1");
  }

  @Test
  void aFileThatHeldNothingUsableIsReplacedByItsName() {
    shared.put(1, 1, 0);
    assertThat(replaced(List.of(NORTH, MAY), FRESH)).containsExactly(1L);
  }

  @Test
  void equalBytesAreTheFileWhateverItsNameAndLinesAsAProfileNowReadsThem() {
    TakenFile renamed = file(9, "orders-2.csv", "s");
    assertThat(replaced(List.of(NORTH, SOUTH), renamed)).containsExactly(2L);
    TakenFile sameName = file(8, "may.csv", "m");
    TakenFile copied = file(7, "copy-of-may.csv", "m");
    assertThat(replaced(List.of(MAY, SOUTH), copied, sameName)).containsExactly(3L);
  }

  @Test
  void aNewNameReplacesNothingAndIsRefusedWhenOthersHoldItsLines() {
    TakenFile june = file(9, "june.csv", "j");
    assertThat(replaced(List.of(NORTH, MAY), june)).isEmpty();
    shared.put(9, 3, 5);
    assertThatThrownBy(() -> replaced(List.of(NORTH, MAY), june))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot replace june.csv: no file of that name is in the lake, but its lines are in"
                + " others, file 3 (may.csv of source shop, 10 lines), 50 % the same; --file-number N says"
                + " which it corrects, without --replace it is taken in beside them");
    assertThat(replaced(List.of(NORTH, MAY), june, file(8, "may.csv", "m"))).containsExactly(3L);
  }

  @Test
  void aWithdrawnFileComesBackThoughAnotherHoldsItsLines() {
    TakenFile june = file(9, "june.csv", "j");
    shared.put(9, 3, 10);
    gone = List.of(june);
    assertThat(replaced(List.of(NORTH, MAY), june)).isEmpty();
  }

  @Test
  void theUserSaysWhichAndNoOtherWillDo() {
    assertThat(chosen(3, List.of(NORTH, MAY), FRESH)).containsExactly(3L);
    assertThatThrownBy(() -> chosen(5, List.of(NORTH, MAY), FRESH))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot replace file 5 by orders.csv: landing.files has none");
    assertThatThrownBy(() -> chosen(3, List.of(MAY), FRESH, NORTH))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot replace file 3: 2 files were given, one can stand in its place");
  }

  private List<Long> chosen(long number, List<TakenFile> counting, TakenFile... corrected) {
    return Corrections.find(
            new Known(counting, gone), List.of(corrected), Optional.of(number), content -> shared)
        .stream()
        .map(Replacement::number)
        .toList();
  }
}
