package io.throughline.notify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.alert.Direction;
import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationsReaderTest {

    private static final String FULL =
            """
            apiVersion: throughline/v1
            links: {page: "https://cx.example/", kibana: https://kibana.example/s/cx}
            receivers:
              - id: slack-claims
                type: slack
                url: ${env.HOOK}
                timeZone: Europe/Berlin
                directions: [drop, volume-collapse]
                sendResolved: false
                repeatEvery: 8h
                groupWait: 1m
              - id: mail-claims
                type: mail
                smtp: {host: mail.example, user: alerts, password: "${env.PASSWORD}"}
                from: Throughline <alerts@insurer.example>
                to: [claims@insurer.example]
              - id: am
                type: alertmanager
                url: http://10.0.0.7:9093
                allow: [10.0.0.0/24]
              - id: on-call
                type: webhook
                url: http://localhost:8080/hook
                allowPrivate: true
                headers: {Authorization: "Bearer ${env.PASSWORD}"}
            owners:
              claims-operations: [slack-claims, mail-claims]
              default: am
            """;

    @Test
    void readsEverything() {
        Notifications all = read(FULL);

        assertThat(all.receivers())
                .extracting(Receiver::id)
                .containsExactly("slack-claims", "mail-claims", "am", "on-call");
        Receiver slack = all.receivers().get(0);
        assertThat(slack.directions())
                .containsExactlyInAnyOrder(Direction.DROP, Direction.VOLUME_COLLAPSE);
        assertThat(slack.sendResolved()).isFalse();
        assertThat(slack.repeatEvery()).isEqualTo(Duration.ofHours(8));
        assertThat(slack.groupWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(slack.zone()).contains(ZoneId.of("Europe/Berlin"));
        Target.Mail mail = (Target.Mail) all.receivers().get(1).target();
        assertThat(mail.smtp().port()).isEqualTo(587);
        assertThat(mail.smtp().tls()).isEqualTo(Smtp.Tls.STARTTLS);
        assertThat(mail.smtp().login().orElseThrow().password()).isEqualTo("s3cret");
        Target.Web am = (Target.Web) all.receivers().get(2).target();
        assertThat(am.url()).hasToString("http://10.0.0.7:9093/api/v2/alerts");
        assertThat(all.receivers().get(2).repeatEvery()).isEqualTo(Duration.ofHours(4));
        assertThat(all.owners())
                .containsEntry("claims-operations", List.of("slack-claims", "mail-claims"))
                .containsEntry("default", List.of("am"));
        assertThat(all.page().orElseThrow()).hasToString("https://cx.example/");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(read(FULL).toString()).doesNotContain("s3cret", "T0/B0");
    }

    @Test
    void nothingIsNobody() {
        assertThat(read("apiVersion: throughline/v1\n")).isEqualTo(Notifications.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type: slack|type: slak|5:11|'slak' is not known; did you mean 'slack'?",
                "url: ${env.HOOK}|ulr: ${env.HOOK}|6:5|unknown key 'ulr'; did you mean 'url'?",
                "url: ${env.HOOK}|url: ftp://x.example/|6:10|an address begins with https",
                "url: ${env.HOOK}|url: https://192.168.0.9/s3cret|6:10|leads to an address that is not public",
                "url: ${env.HOOK}|url: https://u:s3cret@x.example/|6:10|no user and password in an address",
                "url: ${env.HOOK}|url: ${env.ABSENT}|6:10|the environment variable ABSENT is not set",
                "timeZone: Europe/Berlin|timeZone: Berlin|7:15|there is no time zone 'Berlin'",
                "[drop, volume-collapse]|[drop, volume-colapse]|8:24|did you mean 'volume-collapse'?",
                "[drop, volume-collapse]|[]|8:17|without a direction nobody is told",
                "repeatEvery: 8h|repeatEvery: 5s|10:18|at least 60s",
                "groupWait: 1m|groupWait: soon|11:16|groupWait is a time such as",
                "sendResolved: false|sendResolved: no!|9:19|true or false is due",
                "to: [claims@insurer.example]|to: [nobody]|16:10|this is no mail address",
                "host: mail.example, user|host: mail.example, tls: none, user|14:37|in the clear",
                "password: \"${env.PASSWORD}\"|port: 70000|14:52|a port is a number",
                "allow: [10.0.0.0/24]|allow: [10.0.0.0/99]|20:13|a block of addresses is written",
                "allow: [10.0.0.0/24]|sendResolved: true|19:10|not public",
                "Authorization: \"Bearer|Host: \"Bearer|25:21|'Host' is no header that can be set",
                "id: on-call|id: am|21:9|there are two receivers 'am'",
                "[slack-claims, mail-claims]|[slack-claim]|27:23|there is no receiver 'slack-claim'; did you mean 'slack-claims'?",
                "id: am|id: a m|17:9|an id is made of letters",
                "page: \"https://cx.example/\"|page: cx.example|2:15|page is an address such as"
            })
    void problemsAreSaidAtLineAndColumn(String from, String to, String place, String message) {
        assertThat(FULL).contains(from);

        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> read(FULL.replace(from, to)))
                .satisfies(
                        e -> {
                            assertThat(e.getMessage())
                                    .contains("file.yaml:" + place + ":", message);
                            assertThat(e.getMessage()).doesNotContain("s3cret");
                        });
    }

    private static Notifications read(String yaml) {
        YamlFile file = YamlFile.parse("file.yaml", yaml);
        Map<String, String> environment =
                Map.of(
                        "${env.HOOK}",
                        "https://hooks.example/services/T0/B0/s3cret",
                        "${env.PASSWORD}",
                        "s3cret");
        Notifications notifications =
                NotificationsReader.read(
                        file.root(),
                        (map, key, text) -> {
                            String filled = text;
                            for (Map.Entry<String, String> one : environment.entrySet()) {
                                filled = filled.replace(one.getKey(), one.getValue());
                            }
                            if (filled.contains("${env.ABSENT}")) {
                                map.error(key, "the environment variable ABSENT is not set");
                                return "";
                            }
                            return filled;
                        });
        file.check();
        return notifications;
    }
}
