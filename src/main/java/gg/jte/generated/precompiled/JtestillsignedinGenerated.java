package gg.jte.generated.precompiled;
import org.gatehouse.page.StillSignedInPage;
@SuppressWarnings("unchecked")
public final class JtestillsignedinGenerated {
	public static final String JTE_NAME = "still-signed-in.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,3,4,4,4,5,5,7,7,7,7,7,7,7,7,7,7,7,9,9,10,10,10,11,11,11,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, StillSignedInPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.title());
				jteOutput.writeContent("</h1>\n<p id=\"still-signed-in\" role=\"status\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.texts().get("still-signed-in.sentence"));
				jteOutput.writeContent("</p>\n");
				if (page.client().isPresent() && page.client().get().clientUri().isPresent()) {
					jteOutput.writeContent("\n<div class=\"buttons\">\n<a id=\"still-signed-in-return\" class=\"button\"");
					var __jte_html_attribute_0 = page.client().get().clientUri().get();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap("logged-out.return"), page.client().get().name());
					jteOutput.writeContent("</a>\n</div>\n");
				}
				jteOutput.writeContent("\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		StillSignedInPage page = (StillSignedInPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
