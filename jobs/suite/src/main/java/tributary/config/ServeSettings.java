package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where {@code catalog serve} listens.
 *
 * @param bind the address to listen on
 * @param port 0: any free one
 */
public record ServeSettings(String bind, int port) {
  public static final Setting<String> BIND =
      Setting.of("bind", "ADDRESS", ValueType.text(), "the address to listen on")
          .defaultsTo("127.0.0.1");
  public static final Setting<Integer> PORT =
      Setting.of(
              "port",
              "PORT",
              ValueType.integer(0, 65_535),
              "the port to listen on; 0: any free one")
          .defaultsTo(8181);

  public ServeSettings {
    requireNonNull(bind, "bind is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(BIND, PORT);
  }

  public static ServeSettings read(SettingsReader reader) {
    return new ServeSettings(reader.value(BIND), reader.value(PORT));
  }
}
