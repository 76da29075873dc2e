package io.throughline.conformance.parsing;

import java.util.List;

/**
 * Something a customer may type.
 *
 * @param due what of it must be in the text
 */
record Sample(String name, String text, String due) {

    private static final String MARKUP = "<p>Fish &amp; chips<br>came cold</p>";

    static final List<Sample> ALL =
            List.of(
                    exactly("emoji", "👨‍👩‍👧‍👦 said 🤷🏽‍♀️ twice"),
                    exactly("right to left", "سهل جداً وגם פשוט"),
                    exactly("combining marks", "Z\u0335\u0321a\u0337l\u0338go e\u0301"),
                    exactly("other scripts", "保険金 請求 มาก Ελληνικά"),
                    exactly("quotes and separators", "\"late\", said 'Kim'; twice | \\ again"),
                    exactly("what looks like an expression", "${env.HOME} $.text {{x}} %s"),
                    new Sample("zero-width characters", "zero\u200bwidth\u2060 \ufeffcame", "came"),
                    new Sample("control characters", "bell\u0007 and \u0001 came", "came"),
                    new Sample("several lines", "first\r\nsecond\nthird came", "third came"),
                    new Sample("HTML", MARKUP, "came cold"),
                    new Sample("a broken entity", "5 &lt; 6 &amp &#xD800; &bogus; came", "came"));

    private static Sample exactly(String name, String text) {
        return new Sample(name, text, text);
    }

    /** Whether a text says it. Markup stays as it is, or all of it becomes what it stands for. */
    boolean arrivedIn(String said) {
        boolean half = text.equals(MARKUP) && !said.contains(MARKUP) && said.contains("&amp;");
        return said.contains(due) && !half;
    }

    boolean severalLines() {
        return text.contains("\n");
    }

    /** Words of that length together. */
    static String words(int length) {
        String word = "slowly and again ";
        return word.repeat(length / word.length()) + "end";
    }
}
