package io.throughline.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.RequestSpec.Method;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {

    private static final Asked PAGE_3 = new Asked(Map.of("page", "3"), Map.of(), Optional.empty());

    private final RequestTemplate template =
            template(
                    "https://reviews.example/${config.app}/${page}?a=1",
                    Map.of("q", "${config.query}", "token", "${secret.token}"),
                    Map.of("Authorization", "Bearer ${secret.token}"),
                    Map.of("config.app", "12", "config.query", "ä b&c", "secret.token", "t0k3n"));

    @Test
    void putsValuesWhereTheyAreReferredTo() {
        HttpRequest request = template.request(PAGE_3, Duration.ofSeconds(1)).build();

        assertThat(request.uri().toString())
                .isEqualTo("https://reviews.example/12/3?a=1&q=%C3%A4+b%26c&token=t0k3n");
        assertThat(request.headers().firstValue("Authorization")).hasValue("Bearer t0k3n");
    }

    @Test
    void showsNoSecret() {
        assertThat(template.origin(PAGE_3)).doesNotContain("t0k3n").contains("/12/3?");
        assertThat(template.toString()).doesNotContain("t0k3n");
    }

    @Test
    void saysWhichReferenceHasNoValue() {
        RequestTemplate without =
                template("https://${config.server}/", Map.of(), Map.of(), Map.of());

        assertThatThrownBy(() -> without.request(PAGE_3, Duration.ofSeconds(1)))
                .hasMessageContaining("config.server");
    }

    @Test
    void complainsWithoutQuotingASecret() {
        RequestTemplate header =
                template(
                        "https://a.example/",
                        Map.of(),
                        Map.of("Authorization", "Bearer ${secret.token}"),
                        Map.of("secret.token", "t0k3n\n"));
        RequestTemplate address =
                template(
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
    void escapesValuesInABody() {
        RequestTemplate posted =
                new RequestTemplate(
                        Method.POST,
                        "https://a.example/",
                        Map.of(),
                        Map.of(),
                        "{\"q\": \"${config.q}\"}",
                        Map.of("config.q", "say \"hi\""));

        assertThat(posted.request(Asked.NOTHING, Duration.ofSeconds(1)).build().bodyPublisher())
                .hasValueSatisfying(body -> assertThat(body.contentLength()).isEqualTo(19));
    }

    @Test
    void aPlaceWinsOverTheChannelsOwnParameters() {
        RequestTemplate paged =
                template("https://a.example/", Map.of("page", "1"), Map.of(), Map.of());

        assertThat(paged.uri(Asked.with(Map.of("page", "2"))))
                .hasToString("https://a.example/?page=2");
    }

    @Test
    void knowsItsSecrets() {
        assertThat(template.holdsSecret("https://a.example/?access=t0k3n")).isTrue();
        assertThat(template.holdsSecret("https://a.example/?page=2")).isFalse();
    }

    private static RequestTemplate template(
            String url,
            Map<String, String> query,
            Map<String, String> headers,
            Map<String, String> values) {
        return new RequestTemplate(Method.GET, url, query, headers, null, values);
    }
}
