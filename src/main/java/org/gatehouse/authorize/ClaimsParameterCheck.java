package org.gatehouse.authorize;

import org.gatehouse.model.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code claims}: accepted where it is a JSON object (OIDC Core §5.5). It is not advertised, and
 * asks for nothing that the scopes do not.
 */
final class ClaimsParameterCheck implements AuthorizeCheck {
  private static final int DEPTH = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt
        .get("claims")
        .ifPresent(claims -> attempt.require(isObject(claims), Refusal.CLAIMS_MALFORMED));
  }

  private static boolean isObject(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root.isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
