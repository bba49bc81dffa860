package org.gatehouse.app;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** While the node leaves, each answer closes its connection (RFC 9112 §9.6). */
public class DrainFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient Drain drain;

  @Inject
  public DrainFilter(Drain drain) {
    this.drain = drain;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (drain.isUnderWay()) {
      response.setHeader("Connection", "close");
    }
    chain.doFilter(request, response);
  }
}
