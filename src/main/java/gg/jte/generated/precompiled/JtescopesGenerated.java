package gg.jte.generated.precompiled;
import java.util.List;
import org.gatehouse.page.ScopeItem;
import org.gatehouse.page.Texts;
@SuppressWarnings("unchecked")
public final class JtescopesGenerated {
	public static final String JTE_NAME = "scopes.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,7,7,9,9,9,10,10,11,11,13,13,14,14,14,14,14,14,14,14,14,15,15,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,16,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,17,18,18,19,19,19,19,19,19,19,20,20,22,22,24,24,25,25,25,3,4,5,6,6,6,6};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Texts texts, String legend, String group, List<ScopeItem> items) {
		if (!items.isEmpty()) {
			jteOutput.writeContent("\n<fieldset>\n<legend>");
			jteOutput.setContext("legend", null);
			jteOutput.writeUserContent(texts.get(legend));
			jteOutput.writeContent("</legend>\n");
			for (var item : gg.jte.support.ForSupport.of(items)) {
				jteOutput.writeContent("\n");
				String id = group + "-" + item.getIndex();
				jteOutput.writeContent("\n<div class=\"scope\">\n");
				if (item.get().required()) {
					jteOutput.writeContent("\n<input type=\"hidden\" name=\"scope\"");
					var __jte_html_attribute_0 = item.get().name();
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
						jteOutput.writeContent(" value=\"");
						jteOutput.setContext("input", "value");
						jteOutput.writeUserContent(__jte_html_attribute_0);
						jteOutput.setContext("input", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">\n");
				}
				jteOutput.writeContent("\n<input type=\"checkbox\"");
				var __jte_html_attribute_1 = id;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" id=\"");
					jteOutput.setContext("input", "id");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" name=\"scope\"");
				var __jte_html_attribute_2 = item.get().name();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
					jteOutput.writeContent(" value=\"");
					jteOutput.setContext("input", "value");
					jteOutput.writeUserContent(__jte_html_attribute_2);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(" checked");
				var __jte_html_attribute_3 = item.get().required();
				if (__jte_html_attribute_3) {
				jteOutput.writeContent(" disabled");
				}
				var __jte_html_attribute_4 = item.get().description().isPresent() ? id + "-about" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" aria-describedby=\"");
					jteOutput.setContext("input", "aria-describedby");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("input", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">\n<label");
				var __jte_html_attribute_5 = id;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
					jteOutput.writeContent(" for=\"");
					jteOutput.setContext("label", "for");
					jteOutput.writeUserContent(__jte_html_attribute_5);
					jteOutput.setContext("label", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent("><bdi>");
				jteOutput.setContext("bdi", null);
				jteOutput.writeUserContent(item.get().displayName());
				jteOutput.writeContent("</bdi>");
				if (item.get().emphasize()) {
					jteOutput.writeContent(" <em>");
					jteOutput.setContext("em", null);
					jteOutput.writeUserContent(texts.get("consent.emphasized"));
					jteOutput.writeContent("</em>");
				}
				if (item.get().required()) {
					jteOutput.writeContent(" <small>");
					jteOutput.setContext("small", null);
					jteOutput.writeUserContent(texts.get("consent.required"));
					jteOutput.writeContent("</small>");
				}
				jteOutput.writeContent("</label>\n");
				if (item.get().description().isPresent()) {
					jteOutput.writeContent("\n<p id=\"");
					jteOutput.setContext("p", "id");
					jteOutput.writeUserContent(id);
					jteOutput.setContext("p", null);
					jteOutput.writeContent("-about\"><bdi>");
					jteOutput.setContext("bdi", null);
					jteOutput.writeUserContent(item.get().description().get());
					jteOutput.writeContent("</bdi></p>\n");
				}
				jteOutput.writeContent("\n</div>\n");
			}
			jteOutput.writeContent("\n</fieldset>\n");
		}
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Texts texts = (Texts)params.get("texts");
		String legend = (String)params.get("legend");
		String group = (String)params.get("group");
		List<ScopeItem> items = (List<ScopeItem>)params.get("items");
		render(jteOutput, jteHtmlInterceptor, texts, legend, group, items);
	}
}
