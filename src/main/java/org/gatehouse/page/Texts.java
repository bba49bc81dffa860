package org.gatehouse.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences of the pages in one language. All languages are read once; what a request asks for
 * only chooses among them and never becomes the name of a file.
 */
public record Texts(Locale locale, Map<String, String> sentences) {
  /** The languages of the pages; the first is for everybody else. */
  static final List<Texts> ALL = List.of(read("en"), read("de"), read("fr"));

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
  private static final int LONGEST_WISH = 256;
  private static final int MOST_WISHES = 16;

  public Texts {
    sentences = Map.copyOf(sentences);
  }

  /** The language for a request: {@code ui_locales}, then {@code Accept-Language}, then English. */
  public static Texts of(Optional<String> uiLocales, Optional<String> acceptLanguage) {
    return wished(uiLocales.map(Texts::tags).orElse(List.of()))
        .or(() -> wished(acceptLanguage.map(Texts::ranges).orElse(List.of())))
        .orElseGet(Texts::english);
  }

  /** For places that know nothing of the reader. */
  public static Texts english() {
    return ALL.get(0);
  }

  public String get(String key) {
    return Objects.requireNonNull(sentences.get(key), key);
  }

  /** The sentence with its gap, for a template that fills the gap with an element. */
  public Gap gap(String key) {
    String sentence = get(key);
    int gap = sentence.indexOf(Gap.MARK);
    return new Gap(sentence.substring(0, gap), sentence.substring(gap + Gap.MARK.length()));
  }

  /** What a standard scope is called; any other is called by its name (OIDC Core §5.4). */
  public String scopeName(String scope) {
    return sentences.getOrDefault("scope." + scope, scope);
  }

  public Optional<String> scopeDescription(String scope) {
    return Optional.ofNullable(sentences.get("scope." + scope + ".about"));
  }

  /** The value of {@code lang}. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** The value of {@code dir}. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
  }

  @Override
  public String toString() {
    return "Texts[" + language() + "]";
  }

  /** A sentence around something. */
  public record Gap(String before, String after) {
    static final String MARK = "{}";
  }

  private static Optional<Texts> wished(List<Locale.LanguageRange> wishes) {
    List<Locale> offered = ALL.stream().map(Texts::locale).toList();
    return Optional.ofNullable(Locale.lookup(wishes, offered))
        .flatMap(locale -> ALL.stream().filter(texts -> texts.locale.equals(locale)).findAny());
  }

  /** {@code ui_locales}: language tags in order of preference, separated by spaces. */
  private static List<Locale.LanguageRange> tags(String uiLocales) {
    List<Locale.LanguageRange> ranges = new ArrayList<>();
    for (String tag : bounded(uiLocales).split(" +", MOST_WISHES)) {
      ranges.addAll(ranges(tag));
    }
    return ranges;
  }

  /** {@code Accept-Language} (RFC 9110 §12.5.4); one that cannot be read is no wish. */
  private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(bounded(acceptLanguage));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return List.of(); // the latter for "-", which the parser takes for a range
    }
  }

  private static String bounded(String wishes) {
    return wishes.length() <= LONGEST_WISH ? wishes : "";
  }

  private static Texts read(String language) {
    String path = "/texts/" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(path)) {
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(
        Locale.forLanguageTag(language),
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(key -> key, properties::getProperty)));
  }
}
