package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.authorize.AuthorizeConsent;
import org.gatehouse.authorize.ValidatedAuthorizeRequest;
import org.gatehouse.model.Scopes;
import org.gatehouse.page.ClientCard;
import org.gatehouse.page.ConsentPage;
import org.gatehouse.page.ScopeItem;
import org.gatehouse.page.Texts;

/** Fills the consent page. */
@ApplicationScoped
public class ConsentPages {
  ConsentPage page(Texts texts, String ticket, AuthorizeConsent.Question question) {
    ValidatedAuthorizeRequest request = question.request();
    List<ScopeItem> identity = new ArrayList<>();
    request
        .resources()
        .identityResources()
        .forEach(resource -> identity.add(ScopeItem.of(texts, resource)));
    List<ScopeItem> apis = new ArrayList<>();
    request.resources().apiScopes().forEach(scope -> apis.add(ScopeItem.of(texts, scope)));
    if (request.scopes().contains(Scopes.OFFLINE_ACCESS)) {
      apis.add(ScopeItem.offlineAccess(texts));
    }
    return new ConsentPage(
        texts,
        ClientCard.of(request.client()),
        ticket,
        question.userName(),
        identity,
        apis,
        request.client().allowRememberConsent());
  }
}
