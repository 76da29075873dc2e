package io.throughline.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {

    private final RequestTemplate template =
            new RequestTemplate(
                    "https://reviews.example/${config.app}/${page}?a=1",
                    Map.of("q", "${config.query}", "token", "${secret.token}"),
                    Map.of("Authorization", "Bearer ${secret.token}"),
                    Map.of("config.app", "12", "config.query", "ä b&c", "secret.token", "t0k3n"));

    @Test
    void putsValuesWhereTheyAreReferredTo() {
        HttpRequest request = template.request(3, Duration.ofSeconds(1)).build();

        assertThat(request.uri().toString())
                .isEqualTo("https://reviews.example/12/3?a=1&q=%C3%A4+b%26c&token=t0k3n");
        assertThat(request.headers().firstValue("Authorization")).hasValue("Bearer t0k3n");
    }

    @Test
    void showsNoSecret() {
        assertThat(template.origin(3)).doesNotContain("t0k3n").contains("/12/3?");
        assertThat(template.toString()).doesNotContain("t0k3n");
    }

    @Test
    void saysWhichReferenceHasNoValue() {
        RequestTemplate without =
                new RequestTemplate("https://${config.server}/", Map.of(), Map.of(), Map.of());

        assertThatThrownBy(() -> without.request(1, Duration.ofSeconds(1)))
                .hasMessageContaining("config.server");
    }

    @Test
    void complainsWithoutQuotingASecret() {
        RequestTemplate header =
                new RequestTemplate(
                        "https://a.example/",
                        Map.of(),
                        Map.of("Authorization", "Bearer ${secret.token}"),
                        Map.of("secret.token", "t0k3n\n"));
        RequestTemplate address =
                new RequestTemplate(
                        "https://a.example/${secret.token}",
                        Map.of(),
                        Map.of(),
                        Map.of("secret.token", "t0k3n %"));

        assertThatThrownBy(header::check)
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining("t0k3n")
                .hasNoCause();
        assertThatThrownBy(address::check).hasMessageNotContaining("t0k3n").hasNoCause();
    }

    @Test
    void doesNotFollowRedirectsWithCredentials() {
        assertThat(template.redirects()).isEqualTo(java.net.http.HttpClient.Redirect.NEVER);
    }
}
