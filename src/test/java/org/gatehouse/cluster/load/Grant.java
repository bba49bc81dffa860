package org.gatehouse.cluster.load;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import org.gatehouse.cluster.history.History;
import org.gatehouse.demo.Attempt;

/** What a client holds of one grant. One thread at a time uses it. */
public final class Grant {
  private final String client;
  private final Attempt attempt;
  private final AuthorizationCode code;
  private String refreshToken = "";
  private String accessToken = "";
  private int generation = -1;

  Grant(String client, Attempt attempt, AuthorizationCode code) {
    this.client = client;
    this.attempt = attempt;
    this.code = code;
  }

  /** The same as it is now, for another thread. */
  Grant copy() {
    Grant copy = new Grant(client, attempt, code);
    copy.refreshToken = refreshToken;
    copy.accessToken = accessToken;
    copy.generation = generation;
    return copy;
  }

  String client() {
    return client;
  }

  Attempt attempt() {
    return attempt;
  }

  AuthorizationCode code() {
    return code;
  }

  /** The id of the family is the id of its code. */
  public String family() {
    return History.id(code.getValue());
  }

  String refreshToken() {
    return refreshToken;
  }

  String accessToken() {
    return accessToken;
  }

  int generation() {
    return generation;
  }

  /** The tokens of an acknowledged answer. */
  void receive(String newRefreshToken, String newAccessToken) {
    refreshToken = newRefreshToken;
    accessToken = newAccessToken;
    generation++;
  }
}
