package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.local.demo.words.Feeling;
import io.throughline.model.Channel;
import io.throughline.model.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DemoWorldTest {

    @Test
    void sameSeedAndEndGiveTheSameBytes() {
        assertThat(digest(DemoWorld.generate(new DemoOptions(5, Plans.END, 300))))
                .isEqualTo(digest(Plans.SMALL));
    }

    @Test
    void anotherSeedOrEndGivesOtherBytesAndIds() {
        DemoPlan seed = DemoWorld.generate(new DemoOptions(6, Plans.END, 300));
        DemoPlan end = DemoWorld.generate(new DemoOptions(5, Plans.END.plusSeconds(60), 300));

        assertThat(digest(seed)).isNotEqualTo(digest(Plans.SMALL));
        assertThat(digest(end)).isNotEqualTo(digest(Plans.SMALL));
        assertThat(ids(end)).doesNotContainAnyElementsOf(ids(Plans.SMALL));
    }

    @Test
    void nothingIsFromTheFutureOrFromBeforeTheSpan() {
        Instant start = Plans.END.minus(WorldRules.load().span());

        assertThat(Plans.SHIPPED.labels())
                .allSatisfy(label -> assertThat(label.occurredAt()).isBetween(start, Plans.END));
        assertThat(Plans.SHIPPED.webhooks()).allMatch(sent -> sent.at().isBefore(Plans.END));
        assertThat(Plans.SHIPPED.calls()).allMatch(file -> file.at().isBefore(Plans.END));
        assertThat(Plans.SHIPPED.events()).allMatch(event -> event.at().isBefore(Plans.END));
    }

    @Test
    void deliveriesComeInTheOrderOfTheirTimes() {
        assertThat(Plans.SHIPPED.webhooks()).extracting(Webhook::at).isSorted();
        assertThat(Plans.SHIPPED.calls()).extracting(CallFile::at).isSorted();
        assertThat(Plans.SHIPPED.events()).extracting(StreamEvent::at).isSorted();
    }

    @Test
    void expectationsBalanceAndMatchWhatIsSent() {
        Plans.SHIPPED
                .expectations()
                .forEach(
                        (channel, due) ->
                                assertThat(
                                                due.tagged()
                                                        + due.duplicates()
                                                        + due.superseded()
                                                        + due.deleted()
                                                        + due.filtered()
                                                        + due.deadLettered())
                                        .as(channel.id())
                                        .isEqualTo(due.received()));

        assertThat(due(Channel.MOBILE).received()).isEqualTo(Plans.SHIPPED.reviews().size());
        assertThat(due(Channel.WEB).received() + due(Channel.WEB).refused())
                .isEqualTo(Plans.SHIPPED.webhooks().size());
        assertThat(due(Channel.PHONE).received()).isEqualTo(Plans.SHIPPED.calls().size());
        assertThat(due(Channel.SOCIAL).received()).isEqualTo(Plans.SHIPPED.events().size());
    }

    @Test
    void everyLiveFeedbackHasALabel() {
        for (DemoSource source : DemoSource.values()) {
            assertThat(labels(label -> label.channel() == source.channel()))
                    .hasSize(due(source.channel()).tagged());
        }
        assertThat(ids(Plans.SHIPPED)).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfTroubleIsThere() {
        assertThat(due(Channel.WEB).duplicates()).isGreaterThan(20);
        assertThat(due(Channel.MOBILE).superseded()).isGreaterThan(5);
        assertThat(due(Channel.SOCIAL).deleted()).isGreaterThan(20);
        assertThat(due(Channel.WEB).refused()).isGreaterThan(3);
        assertThat(Plans.SHIPPED.expectations().values())
                .allMatch(expectation -> expectation.deadLettered() > 0);
        assertThat(Plans.SHIPPED.secrets()).hasSizeGreaterThan(50);
    }

    @Test
    void someTranscriptsAreHoursLate() {
        long late =
                Plans.SHIPPED.calls().stream()
                        .filter(
                                file ->
                                        file.at()
                                                .minus(Duration.ofHours(2))
                                                .isAfter(calledAt(file.name())))
                        .count();

        assertThat(late).isBetween(80L, 800L);
    }

    @Test
    void fewTextsAreIdentical() {
        List<String> texts =
                Plans.SHIPPED.labels().stream()
                        .map(DemoLabel::text)
                        .filter(Objects::nonNull)
                        .toList();

        assertThat(texts).hasSizeGreaterThan(3500);
        assertThat(texts.stream().distinct().count()).isGreaterThan(texts.size() * 96L / 100);
    }

    @Test
    void claimsGetMuchWorseInTheEndAndNothingElseDoes() {
        Instant incident = Plans.END.minus(WorldRules.load().incident().lasts());

        assertThat(net("claim", incident, true)).isLessThan(net("claim", incident, false) - 35);
        for (String stage : List.of("billing", "help", "quote", "change", "renewal")) {
            assertThat(net(stage, incident, true))
                    .as(stage)
                    .isGreaterThan(net(stage, incident, false) - 25);
        }
    }

    @Test
    void theWebKeepsItsMoodOnClaims() {
        Instant incident = Plans.END.minus(WorldRules.load().incident().lasts());

        assertThat(
                        net(
                                labels(
                                        label ->
                                                "claim".equals(label.stage())
                                                        && label.channel() == Channel.WEB
                                                        && label.occurredAt().isAfter(incident))))
                .isGreaterThan(-15);
    }

    @Test
    void nightsAreQuieterThanDays() {
        long night = labels(label -> hour(label) >= 0 && hour(label) < 6).size();
        long day = labels(label -> hour(label) >= 9 && hour(label) < 15).size();

        assertThat(night * 4).isLessThan(day);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DemoOptions(1, Plans.END, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 to 100,000");
        assertThatThrownBy(() -> DemoOptions.endingAt(Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot end before");
    }

    private static Expectation due(Channel channel) {
        return Plans.SHIPPED.expectations().get(channel);
    }

    private static List<DemoLabel> labels(Predicate<DemoLabel> which) {
        return Plans.SHIPPED.labels().stream().filter(which).toList();
    }

    private static List<String> ids(DemoPlan plan) {
        return plan.labels().stream().map(DemoLabel::feedbackId).toList();
    }

    private static int hour(DemoLabel label) {
        return label.occurredAt().atZone(Calendar.HOME).getHour();
    }

    private static Instant calledAt(String fileName) {
        String time = fileName.substring(11, 19).replace('-', ':');
        return Instant.parse(fileName.substring(0, 11) + time + "Z");
    }

    private static double net(String stage, Instant since, boolean after) {
        return net(
                labels(
                        label ->
                                stage.equals(label.stage())
                                        && label.occurredAt().isAfter(since) == after));
    }

    private static double net(List<DemoLabel> labels) {
        double sum = 0;
        for (DemoLabel label : labels) {
            sum += label.feeling() == Feeling.POSITIVE ? 1 : 0;
            sum -= label.feeling() == Feeling.NEGATIVE ? 1 : 0;
        }
        return 100 * sum / labels.size();
    }

    private static String digest(DemoPlan plan) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        plan.reviews().forEach(review -> add(all, review.toString()));
        for (Webhook webhook : plan.webhooks()) {
            all.writeBytes(webhook.body());
            add(all, webhook.at() + webhook.sender().name());
        }
        for (CallFile file : plan.calls()) {
            all.writeBytes(file.content());
            add(all, file.at() + file.name());
        }
        plan.events().forEach(event -> add(all, event.at() + event.frame()));
        plan.labels().forEach(label -> add(all, label.toString()));
        return Hashes.sha256(all.toByteArray());
    }

    private static void add(ByteArrayOutputStream all, String text) {
        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
