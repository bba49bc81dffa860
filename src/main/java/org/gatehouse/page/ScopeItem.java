package org.gatehouse.page;

import java.util.Optional;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.IdentityResource;

/**
 * One line of the consent page.
 *
 * @param name the scope, as sent back by the form
 * @param required true: the user cannot deselect it
 * @param emphasize true: the line is stressed
 */
public record ScopeItem(
    String name,
    String displayName,
    Optional<String> description,
    boolean required,
    boolean emphasize) {
  public ScopeItem {
    displayName = PlainText.of(displayName);
    description = description.map(PlainText::of);
  }

  /** Names of the standard scopes come from the texts where the operator gave none. */
  public static ScopeItem of(Texts texts, IdentityResource resource) {
    return new ScopeItem(
        resource.name(),
        resource.displayName().orElseGet(() -> texts.scopeName(resource.name())),
        resource.description().or(() -> texts.scopeDescription(resource.name())),
        resource.required(),
        resource.emphasize());
  }

  public static ScopeItem of(Texts texts, ApiScope scope) {
    return new ScopeItem(
        scope.name(),
        scope.displayName().orElseGet(() -> texts.scopeName(scope.name())),
        scope.description().or(() -> texts.scopeDescription(scope.name())),
        scope.required(),
        scope.emphasize());
  }

  /** The line for refresh tokens: access while the user is away (OIDC Core §11). */
  public static ScopeItem offlineAccess(Texts texts) {
    return new ScopeItem(
        Scopes.OFFLINE_ACCESS,
        texts.scopeName(Scopes.OFFLINE_ACCESS),
        texts.scopeDescription(Scopes.OFFLINE_ACCESS),
        false,
        true);
  }
}
