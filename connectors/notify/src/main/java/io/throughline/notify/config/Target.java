package io.throughline.notify.config;

import io.throughline.notify.address.AddressRules;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How a receiver is reached. */
public sealed interface Target {

    /** What is posted to a web service. */
    enum Format {
        /** Alertmanager's webhook payload, version 4. */
        WEBHOOK,
        /** {@code POST /api/v2/alerts} of an Alertmanager. */
        ALERTMANAGER,
        /** Slack's incoming webhooks and what is compatible with them. */
        SLACK
    }

    /**
     * A web service.
     *
     * @param url often a secret
     * @param headers further ones; their values often are secrets
     */
    record Web(Format format, URI url, Map<String, String> headers, AddressRules addresses)
            implements Target {

        public Web {
            headers = Map.copyOf(headers);
        }

        /** Host and names of headers only. */
        @Override
        public String toString() {
            return format + " at " + url.getHost() + " headers " + new TreeSet<>(headers.keySet());
        }
    }

    /** People who read mail. */
    record Mail(Smtp smtp, String from, List<String> to) implements Target {

        public Mail {
            to = List.copyOf(to);
        }

        /** Server and number of people only. */
        @Override
        public String toString() {
            return "MAIL by " + smtp.host() + " to " + to.size();
        }
    }
}
