package tributary.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The class files of a class path, where the first entry that has a class wins. */
final class ClassFiles implements AutoCloseable {
  private final URLClassLoader loader;
  private final Map<String, Optional<ClassFile>> parsed = new HashMap<>();

  ClassFiles(List<Path> classPath) {
    URL[] urls = classPath.stream().map(ClassFiles::url).toArray(URL[]::new);
    loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** The bytes of a class of the class path; the JDK's own classes are not part of it. */
  Optional<byte[]> bytes(String internalName) {
    return read(loader.findResource(internalName + ".class"));
  }

  /** A class of the JDK or of the class path. */
  Optional<ClassFile> find(String internalName) {
    return parsed.computeIfAbsent(
        internalName, name -> read(loader.getResource(name + ".class")).map(ClassFile::parse));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static Optional<byte[]> read(URL url) {
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream stream = url.openStream()) {
      return Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read class file " + url, e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Invalid class path entry " + path, e);
    }
  }
}
