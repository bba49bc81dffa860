package gg.jte.generated.precompiled;
import org.gatehouse.page.LoggedOutPage;
@SuppressWarnings("unchecked")
public final class JteloggedoutGenerated {
	public static final String JTE_NAME = "logged-out.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,3,4,4,4,5,5,7,7,8,8,8,8,8,8,8,8,8,8,8,9,9,10,10,10,10,10,10,10,10,10,10,10,10,11,11,13,13,14,14,14,15,15,16,16,16,17,17,17,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, LoggedOutPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.title());
				jteOutput.writeContent("</h1>\n<p id=\"logged-out\" role=\"status\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.texts().get("logged-out.sentence"));
				jteOutput.writeContent("</p>\n");
				if (page.returnUri().isPresent()) {
					jteOutput.writeContent("\n<div class=\"buttons\">\n");
					if (page.client().isPresent()) {
						jteOutput.writeContent("\n<a id=\"logged-out-return\" class=\"button\"");
						var __jte_html_attribute_0 = page.returnUri().get();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_0);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap("logged-out.return"), page.client().get().name());
						jteOutput.writeContent("</a>\n");
					} else {
						jteOutput.writeContent("\n<a id=\"logged-out-return\" class=\"button\"");
						var __jte_html_attribute_1 = page.returnUri().get();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_1);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(page.texts().get("logged-out.return-unnamed"));
						jteOutput.writeContent("</a>\n");
					}
					jteOutput.writeContent("\n</div>\n");
				} else {
					jteOutput.writeContent("\n<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.texts().get("logged-out.close"));
					jteOutput.writeContent("</p>\n");
				}
				jteOutput.writeContent("\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		LoggedOutPage page = (LoggedOutPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
