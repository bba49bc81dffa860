package gg.jte.generated.precompiled;
import org.gatehouse.page.LoginPage;
@SuppressWarnings("unchecked")
public final class JteloginGenerated {
	public static final String JTE_NAME = "login.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,2,2,2,3,3,4,4,5,5,5,6,6,7,7,8,8,8,9,9,11,11,11,11,11,11,11,11,11,13,13,13,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,14,17,17,17,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,18,21,21,21,22,22,22,25,25,26,26,26,27,27,27,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, LoginPage page) {
		gg.jte.generated.precompiled.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n");
				gg.jte.generated.precompiled.JteheadingGenerated.render(jteOutput, jteHtmlInterceptor, page, page.client(), "login.lead");
				jteOutput.writeContent("\n");
				if (page.again()) {
					jteOutput.writeContent("\n<p class=\"notice\" id=\"login-again\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.texts().get("login.again"));
					jteOutput.writeContent("</p>\n");
				}
				jteOutput.writeContent("\n");
				if (page.failed()) {
					jteOutput.writeContent("\n<p class=\"notice alarm\" id=\"login-failed\" role=\"alert\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.texts().get("login.failed"));
					jteOutput.writeContent("</p>\n");
				}
				jteOutput.writeContent("\n<form method=\"post\" action=\"/login\" class=\"fields\">\n<input type=\"hidden\" name=\"ticket\"");
				var __jte_html_attribute_0 = page.ticket();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_0);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n<div class=\"field\">\n<label for=\"username\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(page.texts().get("login.username"));
				jteOutput.writeContent("</label>\n<input id=\"username\" name=\"username\" type=\"text\"");
				var __jte_html_attribute_1 = page.username();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" dir=\"auto\" required");
				var __jte_html_attribute_2 = page.failed() ? "true" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
					jteOutput.writeContent(" aria-invalid=\"");
					jteOutput.setContext("input", "aria-invalid");
					jteOutput.writeUserContent(__jte_html_attribute_2);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_3 = page.failed() ? "login-failed" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
					jteOutput.writeContent(" aria-describedby=\"");
					jteOutput.setContext("input", "aria-describedby");
					jteOutput.writeUserContent(__jte_html_attribute_3);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_4 = page.username().isEmpty();
				if (__jte_html_attribute_4) {
				jteOutput.writeContent(" autofocus");
				}
				jteOutput.writeContent(">\n</div>\n<div class=\"field\">\n<label for=\"password\">");
				jteOutput.setContext("label", null);
				jteOutput.writeUserContent(page.texts().get("login.password"));
				jteOutput.writeContent("</label>\n<input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required");
				var __jte_html_attribute_5 = page.failed() ? "true" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
					jteOutput.writeContent(" aria-invalid=\"");
					jteOutput.setContext("input", "aria-invalid");
					jteOutput.writeUserContent(__jte_html_attribute_5);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_6 = page.failed() ? "login-failed" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
					jteOutput.writeContent(" aria-describedby=\"");
					jteOutput.setContext("input", "aria-describedby");
					jteOutput.writeUserContent(__jte_html_attribute_6);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_7 = !page.username().isEmpty();
				if (__jte_html_attribute_7) {
				jteOutput.writeContent(" autofocus");
				}
				jteOutput.writeContent(">\n</div>\n<div class=\"buttons\">\n<button id=\"login\" name=\"action\" value=\"login\" type=\"submit\">");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("login.submit"));
				jteOutput.writeContent("</button>\n<button id=\"login-cancel\" name=\"action\" value=\"cancel\" type=\"submit\" class=\"second\" formnovalidate>");
				jteOutput.setContext("button", null);
				jteOutput.writeUserContent(page.texts().get("login.cancel"));
				jteOutput.writeContent("</button>\n</div>\n</form>\n");
				gg.jte.generated.precompiled.JtelinksGenerated.render(jteOutput, jteHtmlInterceptor, page.texts(), page.client());
				jteOutput.writeContent("\n");
			}
		});
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		LoginPage page = (LoginPage)params.get("page");
		render(jteOutput, jteHtmlInterceptor, page);
	}
}
