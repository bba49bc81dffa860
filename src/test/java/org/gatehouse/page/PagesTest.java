package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final int THIRTY_KILOBYTES = 30 * 1024;
  private static final List<String> HOSTILE =
      List.of(
          "\"><script>alert(1)</script>",
          "'><img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "https://user@evil.example/",
          "//evil.example/",
          "/\\evil.example",
          "\u202Ekcatta\u202C\u2067x",
          "x\" autofocus onfocus=\"alert(1)",
          "</bdi></main><style>*{display:none}</style>",
          "a\r\nSet-Cookie: b=c",
          "https://evil.example;script-src */x");
  private static final Map<String, List<String>> IDS =
      Map.of(
          "login", List.of("username", "password", "login", "login-cancel"),
          "consent", List.of("consent-allow", "consent-deny", "remember"),
          "logout", List.of("logout-yes", "logout-no"),
          "logged-out", List.of("logged-out"),
          "still-signed-in", List.of("still-signed-in"),
          "error", List.of("error", "error-reference"),
          "form_post", List.of());

  private static final List<Shown> ALL = all();

  /** A page as it reached the browser. */
  record Shown(String name, Page page, RenderedPage rendered, Document document) {
    String kind() {
      return page.template().replace(".jte", "");
    }

    @Override
    public String toString() {
      return name + " " + page.texts().language();
    }
  }

  private static List<Shown> all() {
    Pages pages = new Pages();
    List<Shown> shown = new ArrayList<>();
    for (Texts texts : languages()) {
      SamplePages.usual(texts).forEach((name, page) -> shown.add(show(pages, name, page)));
      for (String value : HOSTILE) {
        SamplePages.hostile(texts, value)
            .forEach((name, page) -> shown.add(show(pages, name + " " + clean(value), page)));
      }
    }
    return shown;
  }

  /** The languages, and one that is written from the right. */
  private static List<Texts> languages() {
    List<Texts> all = new ArrayList<>(Texts.ALL);
    all.add(new Texts(Locale.forLanguageTag("ar"), Texts.english().sentences()));
    return all;
  }

  private static Shown show(Pages pages, String name, Page page) {
    RenderedPage rendered = pages.render(page);
    return new Shown(name, page, rendered, Jsoup.parse(rendered.html(), "https://own.example"));
  }

  private static String clean(String value) {
    return value.replaceAll("[^a-zA-Z0-9:/ ]", "_");
  }

  @Test
  void runsNoScriptButTheHashedOne() {
    assertThat(ALL).allSatisfy(PagesTest::runsNoScriptButTheHashedOneOn);
  }

  private static void runsNoScriptButTheHashedOneOn(Shown shown) throws Exception {
    String policy = shown.rendered().headers().get("Content-Security-Policy");
    List<Element> scripts = shown.document().select("script");

    if (shown.page() instanceof FormPostPage) {
      byte[] script = scripts.get(0).data().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(script);
      assertThat(scripts).hasSize(1);
      assertThat(policy)
          .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    } else {
      assertThat(scripts).isEmpty();
      assertThat(policy).contains("default-src 'none'").doesNotContain("script-src");
    }
    assertThat(shown.document().select("style, iframe, object, embed, base")).isEmpty();
  }

  @Test
  void carriesNoHandlerAndNoStyleAttribute() {
    assertThat(ALL).allSatisfy(PagesTest::carriesNoHandlerAndNoStyleAttributeOn);
  }

  private static void carriesNoHandlerAndNoStyleAttributeOn(Shown shown) {
    assertThat(shown.document().getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes())
                    .extracting(attribute -> attribute.getKey())
                    .noneMatch(key -> key.startsWith("on") || key.equals("style")));
  }

  @Test
  void leadsToNoHostButTheClient() {
    assertThat(ALL).allSatisfy(PagesTest::leadsToNoHostButTheClientOn);
  }

  private static void leadsToNoHostButTheClientOn(Shown shown) {
    for (String attribute : List.of("href", "src", "action", "formaction")) {
      for (String address : shown.document().select("[" + attribute + "]").eachAttr(attribute)) {
        assertThat(address).matches("(?s)/(?![/\\\\]).*|https://notes\\.example/.*");
      }
    }
  }

  @Test
  void keepsItsIdsInEveryLanguage() {
    assertThat(ALL).allSatisfy(PagesTest::keepsItsIdsInEveryLanguageOn);
  }

  private static void keepsItsIdsInEveryLanguageOn(Shown shown) {
    List<String> ids = shown.document().select("[id]").eachAttr("id");

    assertThat(ids).containsAll(IDS.get(shown.kind())).doesNotHaveDuplicates();
  }

  @Test
  void labelsEveryField() {
    assertThat(ALL).allSatisfy(PagesTest::labelsEveryFieldOn);
  }

  private static void labelsEveryFieldOn(Shown shown) {
    for (Element field : shown.document().select("input:not([type=hidden])")) {
      assertThat(shown.document().select("label[for=" + field.id() + "]")).hasSize(1);
      String about = field.attr("aria-describedby");
      assertThat(about.isEmpty() || shown.document().getElementById(about) != null).isTrue();
    }
    assertThat(shown.document().select("[placeholder]")).isEmpty();
    assertThat(shown.document().select("[autofocus]").size()).isLessThanOrEqualTo(1);
  }

  @Test
  void saysItsLanguageAndDirection() {
    assertThat(ALL).allSatisfy(PagesTest::saysItsLanguageAndDirectionOn);
  }

  private static void saysItsLanguageAndDirectionOn(Shown shown) {
    Element html = shown.document().selectFirst("html");

    assertThat(html.attr("lang")).isEqualTo(shown.page().texts().language());
    assertThat(html.attr("dir")).isEqualTo(shown.page().texts().direction());
    assertThat(shown.document().select("h1")).hasSize(1);
    assertThat(shown.document().title()).isNotBlank();
  }

  @Test
  void isSmallAndNeverKept() {
    assertThat(ALL).allSatisfy(PagesTest::isSmallAndNeverKeptOn);
  }

  private static void isSmallAndNeverKeptOn(Shown shown) {
    Map<String, String> headers = shown.rendered().headers();
    String css = Asset.STYLESHEET.content() + Asset.ICON.content();
    int size = (shown.rendered().html() + css).getBytes(StandardCharsets.UTF_8).length;

    assertThat(size).isLessThan(THIRTY_KILOBYTES);
    assertThat(headers)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsKey("Referrer-Policy");
    assertThat(headers.values()).allMatch(value -> value.matches("[\\x20-\\x7e]+"));
    assertThat(headers.get("Content-Security-Policy").split(";")).hasSizeLessThanOrEqualTo(6);
  }
}
