package io.throughline.notify.config;

import io.throughline.yaml.YamlMap;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how people are reached by mail. */
final class MailReader {

    private static final List<String> TLS = List.of("implicit", "starttls", "none");
    private static final int MOST_PORT = 65_535;

    private final YamlMap map;
    private final NotificationsReader.Filler filler;

    MailReader(YamlMap map, NotificationsReader.Filler filler) {
        this.map = map;
        this.filler = filler;
    }

    Optional<Target.Mail> target(List<String> common) {
        map.only(
                Stream.concat(common.stream(), Stream.of("smtp", "from", "to"))
                        .toArray(String[]::new));
        Optional<Smtp> smtp = smtp(map.requiredMap("smtp"));
        String from = filler.fill(map, "from", map.requiredText("from"));
        if (!from.isEmpty() && !isAddress(from)) {
            map.error("from", "this is no mail address");
        }
        List<String> to = new ArrayList<>();
        List<String> named = map.texts("to");
        for (int i = 0; i < named.size(); i++) {
            String address = filler.fill(map, "to", named.get(i));
            if (isAddress(address)) {
                to.add(address);
            } else {
                map.errorAt("to", i, "this is no mail address");
            }
        }
        if (named.isEmpty()) {
            map.missing("to");
        }
        return smtp.filter(there -> !to.isEmpty() && isAddress(from))
                .map(there -> new Target.Mail(there, from, to));
    }

    private Optional<Smtp> smtp(YamlMap block) {
        if (!map.has("smtp")) {
            return Optional.empty();
        }
        block.only("host", "port", "tls", "user", "password");
        String host = filler.fill(block, "host", block.requiredText("host"));
        Smtp.Tls tls =
                switch (block.choice("tls", TLS).orElse("starttls")) {
                    case "implicit" -> Smtp.Tls.IMPLICIT;
                    case "none" -> Smtp.Tls.NONE;
                    default -> Smtp.Tls.STARTTLS;
                };
        long port =
                block.text("port")
                        .map(text -> filler.fill(block, "port", text))
                        .map(text -> text.matches("\\d{1,5}") ? Long.parseLong(text) : 0)
                        .orElse((long) tls.port());
        if (port < 1 || port > MOST_PORT) {
            block.error("port", "a port is a number from 1 to 65535");
        }
        Optional<String> user = filled(block, "user");
        Optional<String> password = filled(block, "password");
        if (user.isPresent() && password.isEmpty()) {
            block.missing("password");
        }
        if (password.isPresent() && user.isEmpty()) {
            block.missing("user");
        }
        if (user.isPresent() && tls == Smtp.Tls.NONE && !loopback(host)) {
            block.error(
                    "tls",
                    "without TLS the password would be sent in the clear; only a server on this"
                            + " machine is asked so");
        }
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Smtp(
                                host,
                                (int) port,
                                tls,
                                user.flatMap(
                                        name -> password.map(word -> new Smtp.Login(name, word)))));
    }

    private Optional<String> filled(YamlMap block, String key) {
        return block.text(key).map(text -> filler.fill(block, key, text));
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }
}
