package org.gatehouse.config;

import java.util.Map;

/**
 * What is too much.
 *
 * @param requestBody the largest form body, in bytes
 * @param parameters the most parameters of one request
 * @param defaultLength the longest value of a parameter that has no limit of its own, in characters
 * @param lengths limits by parameter name, in characters
 */
public record LimitConfig(
    int requestBody, int parameters, int defaultLength, Map<String, Integer> lengths) {
  public LimitConfig {
    lengths = Map.copyOf(lengths);
  }

  /** Our own sealed state: as long as the body that carries it may be. */
  private static final String TICKET = "ticket";

  /** The longest value of a parameter, in characters. */
  public int lengthOf(String parameter) {
    return parameter.equals(TICKET) ? requestBody : lengths.getOrDefault(parameter, defaultLength);
  }
}
