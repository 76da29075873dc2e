package io.throughline.nlp;

import java.util.Map;

/**
 * Decodes the HTML entities that feeds leave in plain text, such as {@code &amp;} in tweets.
 *
 * <p>What is no known entity stays as it is. One pass: {@code &amp;lt;} becomes {@code &lt;}.
 */
final class HtmlEntities {

    private static final int LONGEST = 8;

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("rsquo", "'"),
                    Map.entry("lsquo", "'"),
                    Map.entry("rdquo", "\""),
                    Map.entry("ldquo", "\""),
                    Map.entry("hellip", "..."),
                    Map.entry("ndash", "-"),
                    Map.entry("mdash", " - "),
                    Map.entry("pound", "£"),
                    Map.entry("euro", "€"));

    private HtmlEntities() {}

    static String decode(String text) {
        int from = text.indexOf('&');
        if (from < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int copied = 0;
        while (from >= 0) {
            int end = text.indexOf(';', from);
            String plain =
                    end < 0 || end - from > LONGEST ? null : plain(text.substring(from + 1, end));
            if (plain != null) {
                decoded.append(text, copied, from).append(plain);
                copied = end + 1;
            }
            from = end < 0 ? -1 : text.indexOf('&', plain == null ? from + 1 : copied);
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    private static String plain(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int codePoint =
                    hexadecimal
                            ? Integer.parseInt(name.substring(2), 16)
                            : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
