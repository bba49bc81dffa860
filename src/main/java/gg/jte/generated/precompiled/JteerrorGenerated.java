package gg.jte.generated.precompiled;
import org.gatehouse.page.ErrorPage;
@SuppressWarnings("unchecked")
public final class JteerrorGenerated {
	public static final String JTE_NAME = "error.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,3,4,4,4,5,5,7,7,7,7,7,7,7,7,7,7,7,7,9,9,10,10,12,12,12,13,13,13,15,15,16,16,17,17,17,18,18,18,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, ErrorPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.title());
				jteOutput.writeContent("</h1>\n<p id=\"error\" role=\"alert\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.sentence());
				jteOutput.writeContent("</p>\n");
				if (page.nextStepUri().isPresent()) {
					jteOutput.writeContent("\n<div class=\"buttons\">\n<a id=\"error-next\" class=\"button\"");
					var __jte_html_attribute_0 = page.nextStepUri().get();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.texts().get("error.next"));
					jteOutput.writeContent("</a>\n</div>\n");
				}
				jteOutput.writeContent("\n");
				if (page.detail().isPresent()) {
					jteOutput.writeContent("\n<section class=\"detail\" aria-labelledby=\"error-detail-title\">\n<h2 id=\"error-detail-title\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(page.texts().get("error.detail"));
					jteOutput.writeContent("</h2>\n<p id=\"error-detail\" lang=\"en\" dir=\"ltr\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.detail().get());
					jteOutput.writeContent("</p>\n</section>\n");
				}
				jteOutput.writeContent("\n<p class=\"reference\" id=\"error-reference\">");
				gg.jte.generated.precompiled.JtesentenceGenerated.render(jteOutput, jteHtmlInterceptor, page.texts().gap("error.reference"), page.reference());
				jteOutput.writeContent("</p>\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		ErrorPage page = (ErrorPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
