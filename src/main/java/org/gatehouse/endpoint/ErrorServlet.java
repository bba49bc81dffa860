package org.gatehouse.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives our own answer where the container refuses a request; web.xml sends it here. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
  /** Not an address for anybody outside. */
  static final String PATH = "/refused-by-the-container";

  private static final long serialVersionUID = 1;

  private final transient EarlyAnswers answers;

  @Inject
  public ErrorServlet(EarlyAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    response.reset(); // the container has put a header of its own in
    answers.write(request, response, HttpExceptionMapper.refusal(status), status);
  }

  private static int status(HttpServletRequest request) {
    boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
    return isError && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer i
        ? i
        : 404;
  }
}
