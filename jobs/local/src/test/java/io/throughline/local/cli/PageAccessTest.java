package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.console.Access;
import io.throughline.console.Role;
import io.throughline.console.oidc.OidcSettings;
import io.throughline.yaml.YamlException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageAccessTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";

    @TempDir Path directory;

    @Test
    void everybodyReadsAndNobodyChangesAnythingUnlessAFileIsNamed() throws Exception {
        assertThat(configured("").tokens().none()).isTrue();
        assertThat(configured("console: {port: 0}\n").readRole()).isEmpty();
    }

    @Test
    void theFileIsBesideTheConfiguration() throws Exception {
        Files.writeString(directory.resolve("tokens"), "dana 0123456789abcdefghij\n");

        assertThat(configured("console: {tokenFile: tokens}\n").tokens().none()).isFalse();
    }

    @Test
    void aFileThatIsNotThereOrNoUseIsNoSilentReadOnly() throws Exception {
        assertThatThrownBy(() -> configured("console: {tokenFile: none}\n"))
                .isInstanceOf(NoSuchFileException.class);
        Files.writeString(directory.resolve("tokens"), "dana short\n");
        assertThatThrownBy(() -> configured("console: {tokenFile: tokens}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokens:1");
    }

    @Test
    void readsHowPeopleLogIn() throws Exception {
        Files.writeString(directory.resolve("secret"), "s3cret");
        Access access =
                configured(
                        """
                        links: {page: "https://journey.example:8443/"}
                        console:
                          host: 0.0.0.0
                          readRole: viewer
                          oidc:
                            issuer: https://id.example/realms/cover
                            clientId: throughline
                            clientSecret: "${file.secret}"
                            roleClaim: realm_access.roles
                            editors: [cx, ops]
                            admins: cx-leads
                        """);

        assertThat(access.publicUrl()).hasValue(URI.create("https://journey.example:8443"));
        assertThat(access.readRole()).hasValue(Role.VIEWER);
        assertThat(access.oidc())
                .hasValue(
                        new OidcSettings(
                                URI.create("https://id.example/realms/cover"),
                                "throughline",
                                Optional.of("s3cret"),
                                List.of("openid", "profile", "email"),
                                "preferred_username",
                                "realm_access.roles",
                                List.of(),
                                List.of("cx", "ops"),
                                List.of("cx-leads")));
        assertThat(access.oidc().orElseThrow().toString()).doesNotContain("s3cret");
    }

    @Test
    void mistakesAreSaidWithTheirPlace() {
        refused("console: {readRole: boss}\n", "throughline.yaml:3:");
        refused("console: {oidc: {clientId: a}}\n", "issuer");
        refused("console: {oidc: {clientId: a, issuer: 'http://id.example'}}\n", "https address");
        refused(
                "console: {oidc: {clientId: a, issuer: 'https://id.example', scopes: [email]}}\n",
                "openid");
        refused(
                "console: {host: 0.0.0.0, oidc: {clientId: a, issuer: 'https://id.example'}}\n",
                "links.page");
    }

    private void refused(String yaml, String sentence) {
        assertThatThrownBy(() -> configured(yaml))
                .as(yaml)
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(sentence);
    }

    private Access configured(String yaml) throws Exception {
        return PageAccess.configured(
                Files.writeString(directory.resolve("throughline.yaml"), HEAD + yaml));
    }
}
