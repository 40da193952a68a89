package org.onrecord.stream;
import java.util.regex.Pattern;
/** Tmp. */
public final class Topics {
    static final Pattern OUTLET_PATTERN = Pattern.compile("articles\\.(?!rejected$).+");
    static final String ARTICLES="onrecord.articles", STATEMENTS="onrecord.statements", BLOCKS="onrecord.blocks", CLAIMS="claims", FACTS="facts", REJECTED="articles.rejected";
    private Topics() {}
    static String outletOf(String t) { return t.substring(9); }
}
