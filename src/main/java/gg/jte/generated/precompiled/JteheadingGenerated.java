package gg.jte.generated.precompiled;
import org.gatehouse.page.ClientCard;
import org.gatehouse.page.Page;
@SuppressWarnings("unchecked")
public final class JteheadingGenerated {
	public static final String JTE_NAME = "heading.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,2,2,2,6,6,6,7,7,7,7,7,7,7,7,7,8,8,10,10,10,11,11,14,14,14,2,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, ClientCard client, String lead) {
		jteOutput.writeContent("<div class=\"heading\">\n");
		if (client.logoUri().isPresent()) {
			jteOutput.writeContent("\n<img class=\"logo\"");
			var __jte_html_attribute_0 = client.logoUri().get();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" src=\"");
				jteOutput.setContext("img", "src");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("img", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(" alt=\"\" width=\"48\" height=\"48\" referrerpolicy=\"no-referrer\">\n");
		}
		jteOutput.writeContent("\n<div>\n<h1>");
		jteOutput.setContext("h1", null);
		jteOutput.writeUserContent(page.title());
		jteOutput.writeContent("</h1>\n<p class=\"lead\">");
		gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap(lead), client.name());
		jteOutput.writeContent("</p>\n</div>\n</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		ClientCard client = (ClientCard)params.get("client");
		String lead = (String)params.get("lead");
		render(jteOutput, jteHtmlInterceptor, page, client, lead);
	}
}
