package org.gatehouse.model.configuration;

import java.util.List;
import java.util.Set;

/** The identity resources that are there where nobody defines them (OIDC Core §3.1.2.1, §5.4). */
public final class StandardScopes {
  private static final List<IdentityResource> ALL =
      List.of(
          IdentityResource.named("openid").required(true).userClaims(Set.of("sub")).build(),
          IdentityResource.named("profile")
              .emphasize(true)
              .userClaims(
                  Set.of(
                      "name",
                      "family_name",
                      "given_name",
                      "middle_name",
                      "nickname",
                      "preferred_username",
                      "profile",
                      "picture",
                      "website",
                      "gender",
                      "birthdate",
                      "zoneinfo",
                      "locale",
                      "updated_at"))
              .build(),
          IdentityResource.named("email")
              .emphasize(true)
              .userClaims(Set.of("email", "email_verified"))
              .build(),
          IdentityResource.named("phone")
              .emphasize(true)
              .userClaims(Set.of("phone_number", "phone_number_verified"))
              .build(),
          IdentityResource.named("address").emphasize(true).userClaims(Set.of("address")).build());

  private StandardScopes() {}

  public static List<IdentityResource> all() {
    return ALL;
  }
}
