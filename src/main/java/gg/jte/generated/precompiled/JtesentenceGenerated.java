package gg.jte.generated.precompiled;
import org.gatehouse.page.Texts;
@SuppressWarnings("unchecked")
public final class JtesentenceGenerated {
	public static final String JTE_NAME = "sentence.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,3,3,3,3,3,3,3,3,3,3,3,1,2,2,2,2};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Texts.Gap gap, String value) {
		jteOutput.setContext("html", null);
		jteOutput.writeUserContent(gap.before());
		jteOutput.writeContent("<bdi class=\"value\">");
		jteOutput.setContext("bdi", null);
		jteOutput.writeUserContent(value);
		jteOutput.writeContent("</bdi>");
		jteOutput.setContext("html", null);
		jteOutput.writeUserContent(gap.after());
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Texts.Gap gap = (Texts.Gap)params.get("gap");
		String value = (String)params.get("value");
		render(jteOutput, jteHtmlInterceptor, gap, value);
	}
}
