package org.gatehouse.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns pages into HTML by the templates that the build has compiled. */
@ApplicationScoped
public class Pages {
  private static final int USUAL_SIZE = 8 * 1024;

  private final TemplateEngine engine;

  public Pages() {
    // The templates are classes of the WAR, so its class loader is the one to ask.
    engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());
  }

  public RenderedPage render(Page page) {
    TemplateOutput html = new StringOutput(USUAL_SIZE);
    engine.render(page.template(), page, html);
    return new RenderedPage(html.toString(), PageHeaders.of(page));
  }
}
