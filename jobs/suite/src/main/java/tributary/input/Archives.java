package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.config.UserError;
import tributary.input.xlsx.Container;
import tributary.input.zip.Archive;

/** Puts the files of zip archives in the place of the archives. */
final class Archives {
  private Archives() {}

  /**
   * The files given, and those that are in archives among them, named after the archive.
   *
   * @param leftOut takes archives that cannot be read, where others can
   */
  static List<InputFile> opened(List<InputFile> files, LeftOutFiles leftOut) {
    List<InputFile> opened = new ArrayList<>();
    for (InputFile file : files) {
      try {
        opened.addAll(opened(file, leftOut));
      } catch (UserError e) {
        leftOut.add(file.name(), e);
      } catch (IOException e) {
        leftOut.add(file.name(), FileInspector.cannotRead(file, e.getMessage()));
      }
    }
    if (opened.isEmpty()) {
      throw leftOut.error();
    }
    return opened;
  }

  private static List<InputFile> opened(InputFile file, LeftOutFiles leftOut) throws IOException {
    if (!FileBeginning.isZip(file) || Container.of(file.path()) == Container.BOOK) {
      return List.of(file);
    }
    List<InputFile> entries = new ArrayList<>();
    for (String entry : Archive.files(file.path())) {
      InputFile found = new InputFile(file.path(), file.name() + "/" + entry, entry);
      Optional<String> unfinished = UnfinishedFiles.reason(Path.of(entry).getFileName().toString());
      if (unfinished.isPresent()) {
        leftOut.add(found.name(), FileInspector.cannotRead(found, unfinished.get()));
      } else {
        entries.add(found);
      }
    }
    return entries;
  }
}
