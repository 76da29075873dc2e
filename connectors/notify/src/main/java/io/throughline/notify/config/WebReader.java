package io.throughline.notify.config;

import io.throughline.notify.address.AddressRules;
import io.throughline.notify.address.Cidr;
import io.throughline.notify.address.WebAddress;
import io.throughline.yaml.YamlMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads how a receiver is reached over HTTP. */
final class WebReader {

    private static final String API = "api/v2/alerts";

    /** What the client says itself. */
    private static final Set<String> OURS =
            Set.of("host", "content-length", "content-type", "transfer-encoding", "connection");

    private final YamlMap map;
    private final NotificationsReader.Filler filler;

    WebReader(YamlMap map, NotificationsReader.Filler filler) {
        this.map = map;
        this.filler = filler;
    }

    Optional<Target.Web> target(Target.Format format, List<String> common) {
        map.only(
                Stream.concat(common.stream(), Stream.of("url", "headers", "allowPrivate", "allow"))
                        .toArray(String[]::new));
        AddressRules rules = rules();
        Map<String, String> headers = headers();
        String url = filler.fill(map, "url", map.requiredText("url"));
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = WebAddress.parse(url, rules);
            return Optional.of(new Target.Web(format, place(format, address), headers, rules));
        } catch (IllegalArgumentException e) {
            map.error("url", e.getMessage());
            return Optional.empty();
        }
    }

    /** Of an Alertmanager people know the address of its page. */
    private static URI place(Target.Format format, URI address) {
        if (format != Target.Format.ALERTMANAGER || address.getPath().endsWith(API)) {
            return address;
        }
        String base = address.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + API);
    }

    private AddressRules rules() {
        List<Cidr> allowed = new ArrayList<>();
        List<String> named = map.texts("allow");
        for (int i = 0; i < named.size(); i++) {
            Optional<Cidr> block = Cidr.parse(named.get(i));
            block.ifPresent(allowed::add);
            if (block.isEmpty()) {
                map.errorAt(
                        "allow", i, "a block of addresses is written 10.20.0.0/16 or fd12::/32");
            }
        }
        return new AddressRules(map.bool("allowPrivate").orElse(false), allowed);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        Optional<YamlMap> block = map.map("headers");
        if (block.isEmpty()) {
            return headers;
        }
        for (String name : block.get().keys()) {
            String value =
                    block.get()
                            .text(name)
                            .map(text -> filler.fill(block.get(), name, text))
                            .orElse("");
            if (!name.matches("[A-Za-z0-9-]+") || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                block.get().error(name, "'" + name + "' is no header that can be set");
            } else if (!value.matches("[\\x20-\\x7e]*")) {
                block.get().error(name, "a header holds printable ASCII on one line");
            } else {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
