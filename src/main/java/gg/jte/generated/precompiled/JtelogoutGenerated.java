package gg.jte.generated.precompiled;
import org.gatehouse.page.LogoutPage;
@SuppressWarnings("unchecked")
public final class JtelogoutGenerated {
	public static final String JTE_NAME = "logout.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,4,4,5,5,6,6,6,7,7,8,8,9,9,9,11,11,11,11,11,11,11,11,11,13,13,13,14,14,14,17,17,17,18,18,18,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, LogoutPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				if (page.client().isPresent()) {
					jteOutput.writeContent("\n");
					gg.jte.generated.precompiled.JteheadingGenerated.render(jteOutput, jteHtmlInterceptor, page, page.client().get(), "logout.client");
					jteOutput.writeContent("\n");
				} else {
					jteOutput.writeContent("\n<h1>");
					jteOutput.setContext("h1", null);
					jteOutput.writeUserContent(page.title());
					jteOutput.writeContent("</h1>\n");
				}
				jteOutput.writeContent("\n<p class=\"who\">");
				gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap("logout.lead"), page.userName());
				jteOutput.writeContent("</p>\n<p>");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.texts().get("logout.about"));
				jteOutput.writeContent("</p>\n<form method=\"post\" action=\"/logout\">\n<input type=\"hidden\" name=\"ticket\"");
				var __jte_html_attribute_0 = page.ticket();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n<div class=\"buttons\">\n<button id=\"logout-yes\" name=\"action\" value=\"yes\" type=\"submit\" autofocus>");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("logout.yes"));
				jteOutput.writeContent("</button>\n<button id=\"logout-no\" name=\"action\" value=\"no\" type=\"submit\" class=\"second\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("logout.no"));
				jteOutput.writeContent("</button>\n</div>\n</form>\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		LogoutPage page = (LogoutPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
