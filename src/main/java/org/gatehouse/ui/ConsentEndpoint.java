package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import org.gatehouse.authorize.AuthorizeConsent;
import org.gatehouse.authorize.InteractionTicket;
import org.gatehouse.authorize.Interactions;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.session.Browser;

/** The consent page (OIDC Core §3.1.2.4). */
@ApplicationScoped
@Path("/consent")
public class ConsentEndpoint {
  private final PageConversation conversation;
  private final RequestReader reader;
  private final Interactions interactions;
  private final AuthorizeConsent consent;
  private final ConsentPages pages;

  @Inject
  public ConsentEndpoint(
      PageConversation conversation,
      RequestReader reader,
      Interactions interactions,
      AuthorizeConsent consent,
      ConsentPages pages) {
    this.conversation = conversation;
    this.reader = reader;
    this.interactions = interactions;
    this.consent = consent;
    this.pages = pages;
  }

  @SuppressWarnings("NullAway")
  ConsentEndpoint() {
    this(null, null, null, null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return conversation.shown(
        headers,
        () -> {
          Parameters query = reader.query(http.getQueryString());
          String ticket = query.required("ticket", Refusal.INTERACTION_INVALID);
          Browser browser = conversation.browser(headers);
          InteractionTicket opened = interactions.open(ticket, browser);
          AuthorizeConsent.Question question = consent.ask(opened, browser);
          return conversation.show(
              pages.page(
                  conversation.texts(headers, opened.request().get("ui_locales")),
                  ticket,
                  question));
        });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @Context HttpServletRequest http, @Context HttpHeaders headers, InputStream body) {
    return conversation.posted(
        headers,
        () -> {
          Parameters form = reader.form(http.getQueryString(), body);
          Browser browser = conversation.browser(headers);
          InteractionTicket opened =
              interactions.open(form.required("ticket", Refusal.INTERACTION_INVALID), browser);
          InteractionTicket answered =
              form.get("action").filter("allow"::equals).isPresent()
                  ? consent.allow(
                      opened,
                      browser,
                      Set.copyOf(form.all("scope")),
                      form.get("remember").isPresent())
                  : opened.with(Refusal.CONSENT_DENIED);
          return conversation.toAuthorize(interactions.seal(answered));
        });
  }
}
