package io.throughline.local.demo;

/** The content of a post: as HTML the way Mastodon marks up mentions, tags and links, and plain. */
final class PostHtml {

    private static final String HOST = "https://social.example";

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();

    void text(String text) {
        add(text, escape(text));
    }

    void mention(String account) {
        String anchor =
                "<span class=\"h-card\" translate=\"no\"><a href=\""
                        + HOST
                        + "/@"
                        + account
                        + "\" class=\"u-url mention\">@<span>"
                        + account
                        + "</span></a></span>";
        add("@" + account, anchor);
    }

    void tag(String tag) {
        String anchor =
                "<a href=\""
                        + HOST
                        + "/tags/"
                        + tag
                        + "\" class=\"mention hashtag\" rel=\"tag\">#<span>"
                        + tag
                        + "</span></a>";
        add("#" + tag, anchor);
    }

    void link(String url) {
        String shown = url.substring("https://".length());
        String anchor =
                "<a href=\""
                        + url
                        + "\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">"
                        + "https://</span><span class=\"\">"
                        + shown
                        + "</span></a>";
        add(url, anchor);
    }

    String html() {
        return "<p>" + html + "</p>";
    }

    String plain() {
        return plain.toString();
    }

    private void add(String text, String markup) {
        if (plain.length() > 0) {
            plain.append(' ');
            html.append(' ');
        }
        plain.append(text);
        html.append(markup);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
