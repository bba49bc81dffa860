package org.gatehouse.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user, who does what the pages ask for. */
public record Person(String name, String password) {
  /** The demo user of that name, from the file that the server wrote. */
  public static Person of(String name, Path credentials, Secrets secrets) throws IOException {
    String password =
        Files.readAllLines(credentials).stream()
            .filter(line -> line.startsWith(name + "="))
            .map(line -> line.substring(name.length() + 1))
            .findFirst()
            .orElseThrow(() -> new DemoFailed("expected " + name + " in " + credentials));
    secrets.add(password);
    return new Person(name, password);
  }

  /** Fills in the sign-in page. */
  public Answer signIn(Browser browser, Answer page) {
    return browser.send(
        page.form().with("username", name).with("password", password).press("login"));
  }

  /** Allows what the consent page asks for, for good. */
  public Answer consent(Browser browser, Answer page) {
    HtmlForm form = page.form();
    return browser.send(
        (page.has("remember") ? form.tick("remember") : form).press("consent-allow"));
  }

  /** Goes to an address and through whatever pages come, until another site is reached. */
  public Answer pass(Browser browser, URI address) {
    Answer answer = browser.open(address);
    answer = answer.has("login") ? signIn(browser, answer) : answer;
    return answer.has("consent-allow") ? consent(browser, answer) : answer;
  }

  @Override
  public String toString() {
    return name;
  }
}
