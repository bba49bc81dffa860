package gg.jte.generated.precompiled;
import org.gatehouse.page.ConsentPage;
@SuppressWarnings("unchecked")
public final class JteconsentGenerated {
	public static final String JTE_NAME = "consent.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,4,4,6,6,6,6,6,6,6,6,6,7,7,8,8,9,9,12,12,12,14,14,16,16,16,17,17,17,20,20,21,21,21,22,22,22,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, ConsentPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				gg.jte.generated.precompiled.JteheadingGenerated.render(jteOutput, jteHtmlInterceptor, page, page.client(), "consent.lead");
				jteOutput.writeContent("\n<p class=\"who\">");
				gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap("consent.user"), page.userName());
				jteOutput.writeContent("</p>\n<form method=\"post\" action=\"/consent\" class=\"fields\">\n<input type=\"hidden\" name=\"ticket\"");
				var __jte_html_attribute_0 = page.ticket();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n");
				gg.jte.generated.precompiled.JtescopesGenerated.render(jteOutput, jteHtmlInterceptor, page.texts(), "consent.identity", "identity", page.identityScopes());
				jteOutput.writeContent("\n");
				gg.jte.generated.precompiled.JtescopesGenerated.render(jteOutput, jteHtmlInterceptor, page.texts(), "consent.api", "api", page.apiScopes());
				jteOutput.writeContent("\n");
				if (page.mayRemember()) {
					jteOutput.writeContent("\n<div class=\"scope\">\n<input type=\"checkbox\" id=\"remember\" name=\"remember\" value=\"true\">\n<label for=\"remember\">");
					jteOutput.setContext("label", null);
					jteOutput.writeUserContent(page.texts().get("consent.remember"));
					jteOutput.writeContent("</label>\n</div>\n");
				}
				jteOutput.writeContent("\n<div class=\"buttons\">\n<button id=\"consent-allow\" name=\"action\" value=\"allow\" type=\"submit\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("consent.allow"));
				jteOutput.writeContent("</button>\n<button id=\"consent-deny\" name=\"action\" value=\"deny\" type=\"submit\" class=\"second\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("consent.deny"));
				jteOutput.writeContent("</button>\n</div>\n</form>\n");
				gg.jte.generated.precompiled.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, page.texts(), page.client());
				jteOutput.writeContent("\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		ConsentPage page = (ConsentPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
