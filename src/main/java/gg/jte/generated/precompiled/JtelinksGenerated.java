package gg.jte.generated.precompiled;
import org.gatehouse.page.ClientCard;
import org.gatehouse.page.Texts;
@SuppressWarnings("unchecked")
public final class JtelinksGenerated {
	public static final String JTE_NAME = "links.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,2,2,2,4,4,5,5,5,5,5,5,5,5,5,7,7,8,8,8,8,8,8,8,8,8,8,8,9,9,10,10,11,11,11,11,11,11,11,11,11,11,11,11,12,12,13,13,14,14,14,14,14,14,14,14,14,14,14,14,15,15,18,18,19,19,19,2,3,3,3,3};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Texts texts, ClientCard client) {
		if (client.hasLinks()) {
			jteOutput.writeContent("\n<nav class=\"links\"");
			var __jte_html_attribute_0 = texts.get("client.about");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("nav", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("nav", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n<ul>\n");
			if (client.clientUri().isPresent()) {
				jteOutput.writeContent("\n<li><a id=\"client-uri\"");
				var __jte_html_attribute_1 = client.clientUri().get();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" rel=\"noopener noreferrer\">");
				gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, texts.gap("client.links"), client.name());
				jteOutput.writeContent("</a></li>\n");
			}
			jteOutput.writeContent("\n");
			if (client.policyUri().isPresent()) {
				jteOutput.writeContent("\n<li><a id=\"client-policy\"");
				var __jte_html_attribute_2 = client.policyUri().get();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_2);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" rel=\"noopener noreferrer\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(texts.get("client.policy"));
				jteOutput.writeContent("</a></li>\n");
			}
			jteOutput.writeContent("\n");
			if (client.tosUri().isPresent()) {
				jteOutput.writeContent("\n<li><a id=\"client-tos\"");
				var __jte_html_attribute_3 = client.tosUri().get();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_3);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" rel=\"noopener noreferrer\">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(texts.get("client.tos"));
				jteOutput.writeContent("</a></li>\n");
			}
			jteOutput.writeContent("\n</ul>\n</nav>\n");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Texts texts = (Texts)params.get("texts");
		ClientCard client = (ClientCard)params.get("client");
		render(jteOutput, jteHtmlInterceptor, texts, client);
	}
}
