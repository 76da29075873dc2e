package io.throughline.local.cli;

import io.throughline.console.Access;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.Role;
import io.throughline.console.oidc.OidcSettings;
import io.throughline.pipeline.config.ConfigPart;
import io.throughline.pipeline.config.ConfigPart.Filler;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what on the live page: {@code console.tokenFile}, {@code console.readRole}, {@code
 * console.oidc}, and the page's own address, {@code links.page}.
 */
final class PageAccess {

    private static final URI NOWHERE = URI.create("https://missing.invalid");

    private PageAccess() {}

    private record Part(
            Optional<String> tokenFile,
            Optional<Role> readRole,
            Optional<OidcSettings> oidc,
            Optional<URI> page) {}

    /**
     * What a configuration says.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the file of tokens cannot be used
     * @throws io.throughline.yaml.YamlException when the configuration cannot
     */
    static Access configured(Path config) throws IOException {
        Path directory = config.toAbsolutePath().normalize().getParent();
        Part part =
                new ConfigPart<>(config, System::getenv, PageAccess::read).changed().orElseThrow();
        ConsoleTokens tokens =
                part.tokenFile().isEmpty()
                        ? ConsoleTokens.NONE
                        : ConsoleTokens.read(directory.resolve(part.tokenFile().get()));
        return new Access(tokens, part.oidc(), part.page(), part.readRole());
    }

    private static Part read(YamlMap root, Filler filler) {
        Optional<YamlMap> console = root.map("console");
        Optional<URI> page = root.map("links").flatMap(links -> page(links, filler));
        Optional<OidcSettings> oidc =
                console.flatMap(map -> map.map("oidc")).flatMap(map -> oidc(map, filler));
        if (oidc.isPresent() && page.isEmpty() && listensElsewhere(console)) {
            console.orElseThrow()
                    .error("oidc", "people come back from the log-in to links.page: name it");
        }
        return new Part(
                console.flatMap(map -> filled(map, "tokenFile", filler)),
                console.flatMap(map -> map.choice("readRole", List.of("viewer", "editor", "admin")))
                        .flatMap(Role::of),
                oidc,
                page);
    }

    /** On this machine alone, the address that is listened on is the one that browsers have. */
    private static boolean listensElsewhere(Optional<YamlMap> console) {
        String host = console.flatMap(map -> map.text("host")).orElse("127.0.0.1");
        return !host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("::1");
    }

    /** Scheme, name and port of the page; its path is for links alone. */
    private static Optional<URI> page(YamlMap links, Filler filler) {
        return filled(links, "page", filler)
                .flatMap(
                        text -> {
                            try {
                                URI page = URI.create(text);
                                return page.getHost() == null
                                        ? Optional.empty()
                                        : Optional.of(
                                                URI.create(
                                                        page.getScheme()
                                                                + "://"
                                                                + page.getRawAuthority()));
                            } catch (IllegalArgumentException e) {
                                // In the words of those who read links for messages.
                                links.error(
                                        "page",
                                        "page is an address such as https://cx.example/, without ?"
                                                + " and #");
                                return Optional.empty();
                            }
                        });
    }

    private static Optional<OidcSettings> oidc(YamlMap oidc, Filler filler) {
        String clientId = filler.fill(oidc, "clientId", oidc.requiredText("clientId"));
        String issuer = filler.fill(oidc, "issuer", oidc.requiredText("issuer"));
        List<String> scopes = oidc.texts("scopes");
        try {
            return Optional.of(
                    new OidcSettings(
                            issuer.isBlank() ? NOWHERE : address(issuer),
                            clientId,
                            filled(oidc, "clientSecret", filler),
                            scopes.isEmpty() ? OidcSettings.DEFAULT_SCOPES : scopes,
                            oidc.text("nameClaim").orElse(OidcSettings.DEFAULT_NAME_CLAIM),
                            oidc.text("roleClaim").orElse(OidcSettings.DEFAULT_ROLE_CLAIM),
                            oidc.texts("viewers"),
                            oidc.texts("editors"),
                            oidc.texts("admins")));
        } catch (IllegalArgumentException e) {
            oidc.error(
                    String.valueOf(e.getMessage()).startsWith("the scopes") ? "scopes" : "issuer",
                    String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static URI address(String issuer) {
        try {
            return new URI(issuer);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the issuer is an address such as https://id.example/realms/cx", e);
        }
    }

    private static Optional<String> filled(YamlMap map, String key, Filler filler) {
        return map.text(key).map(text -> filler.fill(map, key, text));
    }
}
