package org.gatehouse.cluster.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Pending;

/** The calls of clients without a browser, each written down. */
public final class TokenCalls {
  /** The key of a call that asks what a token is worth. */
  public static final String INTROSPECTION = "introspection";

  private final History history;
  private final Wire wire;
  private final KeyBook keys;

  TokenCalls(History history, Wire wire, KeyBook keys) {
    this.history = history;
    this.wire = wire;
    this.keys = keys;
  }

  public Call clientCredentials(Route route) {
    Pending call = history.begin(Operation.TOKEN);
    Map<String, String> form =
        Map.of("grant_type", "client_credentials", "scope", BenchClients.SCOPE);
    return tokens(call, post(route, BenchClients.MACHINE, form)).call();
  }

  /** A code for tokens. */
  public Call redeem(Grant grant, Route route) {
    Pending call = history.begin(Operation.REDEEM).key(grant.family()).family(grant.family());
    Map<String, String> form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            grant.code().getValue(),
            "redirect_uri",
            grant.attempt().get("redirect_uri"),
            "code_verifier",
            grant.attempt().verifier().getValue());
    return receive(grant, call, post(route, grant.client(), form));
  }

  /** The newest refresh token for the next one. */
  public Call refresh(Grant grant, Route route) {
    Pending call =
        history
            .begin(Operation.REFRESH)
            .key(History.id(grant.refreshToken()))
            .family(grant.family());
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", grant.refreshToken());
    return receive(grant, call, post(route, grant.client(), form));
  }

  public Call userinfo(Grant grant, Route route) {
    Pending call =
        history.begin(Operation.USE).key(History.id(grant.accessToken())).family(grant.family());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(route.to("/connect/userinfo"))
            .header("Authorization", "Bearer " + grant.accessToken());
    return wire.send(route, request).end(call);
  }

  /** Asks as the API what the access token is worth; one that is not active counts as refused. */
  public Call introspect(Grant grant, Route route) {
    Pending call = history.begin(Operation.VISIT).key(INTROSPECTION);
    Reply reply =
        post(
            route.to("/connect/introspect"),
            route,
            BenchClients.API,
            Map.of("token", grant.accessToken()));
    return reply.ok() && !Boolean.TRUE.equals(reply.json().get("active"))
        ? call.node(reply.node()).refused("inactive")
        : reply.end(call);
  }

  public Call discovery(Route route) {
    Pending call = history.begin(Operation.VISIT).key("discovery");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(route.to("/.well-known/openid-configuration"));
    return wire.send(route, request).end(call);
  }

  /** The published keys, as a client asks for them. */
  public Call keys(Route route) {
    Pending call = history.begin(Operation.VISIT).key("jwks");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(route.to("/.well-known/openid-configuration/jwks"));
    return wire.send(route, request).end(call);
  }

  /**
   * The seam for revocation (RFC 7009): the server has no endpoint for it yet. When it has, this
   * posts the refresh token there and ends {@code call} by the answer.
   */
  public Optional<Call> revoke(Grant grant, Route route) {
    return Optional.empty();
  }

  private record Ended(Call call, Reply reply) {}

  private Call receive(Grant grant, Pending call, Reply reply) {
    Optional<String> refreshToken = reply.member("refresh_token");
    if (reply.ok() && refreshToken.isPresent()) {
      call.successor(History.id(refreshToken.get()), grant.generation() + 1);
    }
    Ended ended = tokens(call, reply);
    if (reply.ok() && refreshToken.isPresent()) {
      grant.receive(refreshToken.get(), reply.member("access_token").orElse(""));
    }
    return ended.call();
  }

  /** Writes down who signed the tokens of an answer, and whether they verify. */
  private Ended tokens(Pending call, Reply reply) {
    List<String> signed =
        Stream.of("access_token", "id_token").flatMap(name -> reply.member(name).stream()).toList();
    if (reply.ok()) {
      List<String> kids = signed.stream().flatMap(token -> KeyBook.kid(token).stream()).toList();
      call.kids(kids.stream().distinct().toList());
    }
    Ended ended = new Ended(reply.end(call), reply);
    if (reply.ok()) {
      signed.forEach(keys::verify);
    }
    return ended;
  }

  private Reply post(Route route, String client, Map<String, String> form) {
    return post(route.to("/connect/token"), route, client, form);
  }

  private Reply post(URI address, Route route, String name, Map<String, String> form) {
    String credentials = name + ":" + BenchClients.SECRET;
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return wire.send(route, request);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
