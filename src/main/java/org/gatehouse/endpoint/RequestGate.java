package org.gatehouse.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.model.Refusal;

/**
 * Lets only requests in that everything behind it reads in the same way (RFC 9110, RFC 9112): paths
 * of plain segments, one host, one length, a media type that parses. What is behind it would refuse
 * the others, too, but with pages of its own.
 */
public class RequestGate extends HttpFilter {
  private static final long serialVersionUID = 1;

  /** Nothing encoded, no path parameters, no empty and no dot segments. */
  private static final Pattern PATH =
      Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]++)++/?");

  private static final String TOKEN = "[A-Za-z0-9!#$&^_.+*-]+";
  private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");

  private final transient EarlyAnswers answers;

  @Inject
  public RequestGate(EarlyAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!hasPlainPath(request) || !isFramedOnce(request) || hasTwoCredentials(request)) {
      answers.write(request, response, Refusal.MALFORMED_REQUEST, 400);
    } else if (!hasReadableBody(request)) {
      answers.write(request, response, Refusal.WRONG_MEDIA_TYPE, 415);
    } else {
      chain.doFilter(new ReadablePreferences(request), response);
    }
  }

  /** The server takes a session off the path before it tells it, but not off the whole address. */
  private static boolean hasPlainPath(HttpServletRequest request) {
    return PATH.matcher(request.getRequestURI()).matches()
        && request.getRequestURL().indexOf(";") < 0;
  }

  /**
   * Where two programs could disagree on host or length, a request can be smuggled (RFC 9112
   * §11.2).
   */
  private static boolean isFramedOnce(HttpServletRequest request) {
    List<String> lengths = all(request, "Content-Length");
    List<String> codings = all(request, "Transfer-Encoding");
    return (all(request, "Host").size() == 1 || request.getProtocol().equals("HTTP/1.0"))
        && lengths.size() + codings.size() <= 1
        && lengths.stream().allMatch(length -> length.matches("[0-9]{1,18}"))
        && codings.stream().allMatch("chunked"::equalsIgnoreCase);
  }

  private static boolean hasTwoCredentials(HttpServletRequest request) {
    return all(request, "Authorization").size() > 1;
  }

  /** No coding is undone here: what unpacks could be any size. */
  private static boolean hasReadableBody(HttpServletRequest request) {
    List<String> types = all(request, "Content-Type");
    return all(request, "Content-Encoding").isEmpty()
        && types.size() <= 1
        && types.stream().allMatch(type -> MEDIA_TYPE.matcher(type.strip()).matches());
  }

  private static List<String> all(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
