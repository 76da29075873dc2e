package io.throughline.notify.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where more is to be seen.
 *
 * @param url http or https
 */
public record Link(Target target, String url) {

    /** What a link leads to. */
    public enum Target {
        /** The alert on the live page. */
        PAGE("Live page"),
        /** The feedback that it rests on, in Kibana. */
        KIBANA("Feedback in Kibana");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        /** Its name in payloads, e.g. {@code page}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a person reads. */
    public String label() {
        return target.label;
    }

    private static final int LONGEST = 2_000;

    /**
     * The address in a form that is safe to show as a link; empty when it is none that a person
     * should follow: another scheme, no host, a name and password in it, or no valid address. An
     * {@code @} is written as {@code %40}, so that no chat takes what follows for somebody's name.
     */
    static Optional<String> safe(String url) {
        if (url == null || url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(uri.toASCIIString().replace("@", "%40"))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
