package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How recommenders are fitted, or that none is.
 *
 * @param isTuning whether parameters are searched first
 * @param model a model that was kept, which recommends without any being fitted
 * @param keepModels of how many published models the numbers are kept
 */
public record FittingSettings(boolean isTuning, Optional<String> model, int keepModels) {
  public static final Setting<Boolean> TUNE =
      Setting.of(
              "tune",
              "",
              ValueType.truth(),
              "search the parameters of svdpp and als first, on days before those held out")
          .defaultsTo(false);
  public static final Setting<String> MODEL =
      Setting.of(
              "recommender-model",
              "ID",
              ValueType.text(),
              "recommend by a kept model of recommendations.trained_model, without fitting any: its id, or a part of it that no other has")
          .flag("--model");
  public static final Setting<Integer> KEEP_MODELS =
      Setting.of(
              "keep-models",
              "N",
              ValueType.integer(1, 10_000),
              "of how many of the latest published models the numbers are kept")
          .defaultsTo(10);

  public FittingSettings {
    requireNonNull(model, "model is null");
    if (keepModels < 1) {
      throw new IllegalArgumentException("Invalid keepModels: " + keepModels);
    }
  }

  /** Everything is fitted by the parameters that are usual; ten models are kept. */
  public static FittingSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  /** With a search for parameters. */
  public FittingSettings tuning() {
    return new FittingSettings(true, model, keepModels);
  }

  /** By a kept model. */
  public FittingSettings by(String id) {
    return new FittingSettings(isTuning, Optional.of(id), keepModels);
  }

  static List<Setting<?>> settings() {
    return List.of(TUNE, MODEL, KEEP_MODELS);
  }

  static FittingSettings read(SettingsReader reader) {
    Optional<String> model = reader.optional(MODEL);
    boolean isTuning = reader.value(TUNE);
    boolean isNamed = !reader.value(RecommendSettings.ALGORITHM).equals(RecommendSettings.AUTO);
    if (model.isPresent() && (isTuning || isNamed)) {
      reader.problem(
          "Expected either --model ID, or --recommender NAME and --tune: a kept model is not fitted again");
    }
    return new FittingSettings(isTuning, model, reader.value(KEEP_MODELS));
  }
}
