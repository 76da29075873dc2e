package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.domain.deduplicate.Decision;
import io.throughline.domain.deduplicate.Deduplicator;
import io.throughline.domain.deduplicate.Known;
import io.throughline.domain.redact.Redactor;
import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.ReviewPage;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The generator's book against what the shipped channels and the deduplicator make of the bytes.
 */
class DemoBalanceTest {

    private static final DemoPlan PLAN = Plans.SHIPPED;

    /** What came of a channel. */
    private static final class Result {
        private int received;
        private Tally tally;
        private final Map<FailureReason, Integer> reasons = new EnumMap<>(FailureReason.class);
        private final Map<String, Known> known = new HashMap<>();
        private final Map<String, Feedback> live = new HashMap<>();
    }

    @ParameterizedTest
    @EnumSource
    void countsAreTheExpectedOnes(DemoSource source) throws Exception {
        Result result = run(source);
        Expectation due = PLAN.expectations().get(source.channel());

        assertThat(result.reasons).isEqualTo(due.reasons());
        assertThat(result.received).isEqualTo(due.received());
        assertThat(result.tally)
                .isEqualTo(
                        new Tally(
                                source.channel().id(),
                                0,
                                due.tagged(),
                                due.duplicates(),
                                due.superseded(),
                                due.deleted(),
                                due.filtered(),
                                0));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLiveIsWhatTheLabelsSay(DemoSource source) throws Exception {
        Result result = run(source);
        Map<String, DemoLabel> labels =
                PLAN.labels().stream()
                        .filter(label -> label.channel() == source.channel())
                        .collect(Collectors.toMap(DemoLabel::feedbackId, label -> label));

        assertThat(result.live.keySet()).isEqualTo(labels.keySet());
        for (Feedback feedback : result.live.values()) {
            DemoLabel label = labels.get(feedback.id());
            assertThat(feedback.text()).isEqualTo(label.text());
            assertThat(feedback.occurredAt().getEpochSecond())
                    .isEqualTo(label.occurredAt().getEpochSecond());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSecretSurvivesRedaction(DemoSource source) throws Exception {
        Redactor redactor = new Redactor();
        List<String> survivors = new ArrayList<>();
        for (Feedback feedback : run(source).live.values()) {
            Feedback redacted = redactor.redact(feedback).feedback();
            String all = redacted.text() + redacted.extras() + redacted.conversation();
            PLAN.secrets().stream().filter(all::contains).forEach(survivors::add);
        }

        assertThat(survivors).isEmpty();
    }

    private static Result run(DemoSource source) throws IOException {
        ChannelParser parser =
                new ChannelParser(
                        ChannelCatalog.builtIn().find(source.id()).orElseThrow(),
                        new AuthorKeys(new byte[] {1}));
        Result result = new Result();
        result.tally = Tally.none(source.channel().id());
        for (RawEnvelope envelope : envelopes(source)) {
            for (Outcome outcome : parser.parse(envelope)) {
                result.received++;
                if (outcome instanceof Outcome.Accepted accepted) {
                    accept(accepted.feedback(), result);
                } else if (outcome instanceof Outcome.Rejected rejected) {
                    result.reasons.merge(rejected.reason(), 1, Integer::sum);
                }
            }
        }
        return result;
    }

    private static void accept(Feedback feedback, Result result) {
        Decision decision = Deduplicator.decide(result.known.get(feedback.id()), feedback);
        result.known.put(feedback.id(), decision.next());
        result.tally = result.tally.plus(decision.change());
        if (decision.next().deleted()) {
            result.live.remove(feedback.id());
        } else if (decision.emit() != null) {
            result.live.put(feedback.id(), decision.emit());
        }
    }

    private static List<RawEnvelope> envelopes(DemoSource source) throws IOException {
        List<RawEnvelope> envelopes = new ArrayList<>();
        switch (source) {
            case APP_STORE -> {
                ReviewFeed feed = new ReviewFeed(PLAN.reviews());
                for (int page = 1; page <= ReviewPage.LAST; page++) {
                    envelopes.add(envelope(source, Plans.END, Map.of(), feed.page(page)));
                }
            }
            case TYPEFORM -> {
                for (Webhook webhook : PLAN.webhooks()) {
                    if (webhook.sender() == Webhook.Sender.PROVIDER) {
                        envelopes.add(envelope(source, webhook.at(), Map.of(), webhook.body()));
                    }
                }
            }
            case TRANSCRIBE -> {
                for (CallFile file : PLAN.calls()) {
                    envelopes.addAll(cut(source, file));
                }
            }
            case MASTODON -> {
                for (StreamEvent event : PLAN.events()) {
                    Map<String, String> headers = Map.of(RawEnvelope.SSE_EVENT, event.name());
                    envelopes.add(envelope(source, event.at(), headers, event.data()));
                }
            }
        }
        return envelopes;
    }

    /** As the file source does it: a file that is no JSON document can be cut into lines. */
    private static List<RawEnvelope> cut(DemoSource source, CallFile file) throws IOException {
        FileOrigin origin = new FileOrigin(file.name(), file.name(), file.at(), null);
        List<RawEnvelope> envelopes = new ArrayList<>();
        try (FileEnvelopes opened =
                FileEnvelopes.open(
                        ChannelCatalog.builtIn().find(source.id()).orElseThrow(),
                        origin,
                        new ByteArrayInputStream(file.content()),
                        0)) {
            for (var next = opened.next(); next.isPresent(); next = opened.next()) {
                envelopes.add(next.get().envelope());
            }
        }
        return envelopes;
    }

    private static RawEnvelope envelope(
            DemoSource source, Instant at, Map<String, String> headers, String payload) {
        return envelope(source, at, headers, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static RawEnvelope envelope(
            DemoSource source, Instant at, Map<String, String> headers, byte[] payload) {
        return new RawEnvelope(source.id(), at, null, null, "test", 0, headers, -1, payload);
    }
}
