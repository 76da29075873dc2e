package io.throughline.local.demo.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A page of the App Store's customer reviews feed. As Apple does, {@code entry} is absent when
 * there is none and an object when there is one, every link but {@code self} points at the XML
 * form, and the last page names itself as the next.
 */
public final class ReviewPage {

    /** Highest page that the feed serves. */
    public static final int LAST = 10;

    /** What a page past the last one answers, as bare text. */
    public static final String TOO_DEEP = "CustomerReviews RSS page depth is limited to 10";

    private ReviewPage() {}

    /** The page as JSON. */
    public static String write(String appId, int page, List<ObjectNode> entries) {
        ObjectNode root = Json.object();
        ObjectNode feed = root.putObject("feed");
        ObjectNode author = feed.putObject("author");
        label(author, "name", "iTunes Store");
        label(author, "uri", "http://www.apple.com/itunes/");
        if (entries.size() == 1) {
            feed.set("entry", entries.get(0));
        } else if (!entries.isEmpty()) {
            ArrayNode array = feed.putArray("entry");
            entries.forEach(array::add);
        }
        label(feed, "rights", "Copyright 2008 Apple Inc.");
        label(feed, "title", "iTunes Store: Customer Reviews");
        label(feed, "icon", "http://itunes.apple.com/favicon.ico");
        ArrayNode links = feed.putArray("link");
        link(links, "self", url(appId, page, "json"));
        link(links, "first", url(appId, 1, "xml"));
        link(links, "last", url(appId, LAST, "xml"));
        link(links, "previous", url(appId, Math.max(1, page - 1), "xml"));
        link(links, "next", url(appId, Math.min(LAST, page + 1), "xml"));
        label(feed, "id", url(appId, page, "json"));
        return Json.write(root);
    }

    private static String url(String appId, int page, String form) {
        return "https://itunes.apple.com/us/rss/customerreviews/page="
                + page
                + "/id="
                + appId
                + "/sortby=mostrecent/"
                + form;
    }

    private static void link(ArrayNode links, String rel, String href) {
        links.addObject().putObject("attributes").put("rel", rel).put("href", href);
    }

    private static void label(ObjectNode parent, String name, String text) {
        parent.putObject(name).put("label", text);
    }
}
