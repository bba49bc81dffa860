package gg.jte.generated.precompiled;
import org.gatehouse.page.FormPostPage;
@SuppressWarnings("unchecked")
public final class Jteform_postGenerated {
	public static final String JTE_NAME = "form_post.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,5,5,5,5,5,5,6,6,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,8,8,10,10,10,14,14,14,15,15,15,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, FormPostPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.title());
				jteOutput.writeContent("</h1>\n<p>");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.texts().get("form-post.sentence"));
				jteOutput.writeContent("</p>\n<form method=\"post\"");
				var __jte_html_attribute_0 = page.action();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" action=\"");
					jteOutput.setContext("form", "action");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("form", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n");
				for (var field : page.fields().entrySet()) {
					jteOutput.writeContent("\n<input type=\"hidden\"");
					var __jte_html_attribute_1 = field.getKey();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" name=\"");
						jteOutput.setContext("input", "name");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					var __jte_html_attribute_2 = field.getValue();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n");
				}
				jteOutput.writeContent("\n<noscript>\n<div class=\"buttons\"><button type=\"submit\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("form-post.submit"));
				jteOutput.writeContent("</button></div>\n</noscript>\n</form>\n<script>document.forms[0].submit()</script>\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		FormPostPage page = (FormPostPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
