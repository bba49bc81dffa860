package org.gatehouse.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page with what is filled in: what a browser would send, and nothing else. */
public record HtmlForm(URI action, List<Map.Entry<String, String>> fields, Element element) {
  static HtmlForm of(Answer answer) {
    FormElement form =
        (FormElement) Expect.present("form at " + answer, answer.page().selectFirst("form"));
    Expect.equal("method of the form", "post", form.attr("method"));
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (Connection.KeyVal field : form.formData()) {
      fields.add(Map.entry(field.key(), field.value()));
    }
    return new HtmlForm(answer.address().resolve(form.attr("action")), fields, form);
  }

  /** The first value of that field. */
  public String value(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The same with another value in that field. */
  public HtmlForm with(String name, String value) {
    return without(name).adding(name, value);
  }

  public HtmlForm adding(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(fields);
    more.add(Map.entry(name, value));
    return new HtmlForm(action, more, element);
  }

  public HtmlForm without(String name) {
    return new HtmlForm(
        action, fields.stream().filter(field -> !field.getKey().equals(name)).toList(), element);
  }

  /** The same after a tick in the box with that id. */
  public HtmlForm tick(String id) {
    Element box = Expect.present("box " + id, element.getElementById(id));
    return adding(box.attr("name"), box.attr("value"));
  }

  /** The same after a press on the button with that id. */
  public HtmlForm press(String id) {
    Element button = Expect.present("button " + id, element.getElementById(id));
    return adding(button.attr("name"), button.attr("value"));
  }

  /** The body of the request. */
  public String encoded() {
    return fields.stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
