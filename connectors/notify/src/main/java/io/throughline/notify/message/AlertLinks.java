package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.notify.message.Link.Target;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where more of an alert is to be seen. Kibana's Discover takes its state from the fragment of the
 * address, {@code _g} for the time and {@code _a} for the query, both in RISON.
 */
final class AlertLinks {

    private final MessageSettings settings;

    AlertLinks(MessageSettings settings) {
        this.settings = settings;
    }

    List<Link> of(Alert alert) {
        List<Link> links = new ArrayList<>();
        settings.page().ifPresent(page -> add(links, Target.PAGE, page(page, alert)));
        settings.kibana().ifPresent(kibana -> add(links, Target.KIBANA, kibana(kibana, alert)));
        return links;
    }

    private static void add(List<Link> links, Target target, String url) {
        Link.safe(url).ifPresent(safe -> links.add(new Link(target, safe)));
    }

    private static String page(URI page, Alert alert) {
        return base(page) + "/#/alerts/" + encoded(alert.id());
    }

    private static String kibana(URI kibana, Alert alert) {
        String from = alert.onset().earliest().toString();
        String to = alert.resolvedAt() == null ? "now" : alert.resolvedAt().toString();
        return base(kibana)
                + "/app/discover#/?_g=(time:(from:"
                + rison(from)
                + ",to:"
                + rison(to)
                + "))&_a=(dataSource:(dataViewId:cx-feedback,type:dataView),query:(language:kuery,query:"
                + rison(query(alert))
                + "))";
    }

    private static String query(Alert alert) {
        String stage = "stage : \"" + alert.stage().replaceAll("[\\\\\"]", "\\\\$0") + "\"";
        return switch (alert.direction()) {
            case DROP -> stage + " and sentiment.label : \"negative\"";
            case RISE -> stage + " and sentiment.label : \"positive\"";
            case VOLUME_SURGE, VOLUME_COLLAPSE -> stage;
        };
    }

    /** A text in RISON, encoded for an address. */
    private static String rison(String text) {
        return "'" + encoded(text.replaceAll("[!']", "!$0")) + "'";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
