package io.throughline.conformance.fetching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.throughline.channels.definition.StreamSpec;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.server.StreamMessage;
import io.throughline.conformance.server.StreamServer;
import io.throughline.conformance.specimen.Place;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A streamed channel against a server whose connections break. What such a server can give again is
 * told by the event's id or by the place that the definition resumes from; without either nothing
 * that was missed can come again.
 */
final class StreamChecks {

    private static final int MESSAGES = 6;
    private static final int MOST_CRASHES = 6;

    /** Between two places: in microseconds ten seconds, so more than what is subtracted. */
    private static final long APART = 10_000_000L;

    private final Workbench bench;
    private final StreamSpec spec;
    private final Optional<Place> resume;
    private final Optional<FeedMaker> maker;

    StreamChecks(Workbench bench) {
        this.bench = bench;
        this.spec = bench.definition().stream();
        this.resume =
                spec.resume() == null
                        ? Optional.empty()
                        : Place.of(spec.resume().from().toString());
        this.maker =
                FeedMaker.of(
                        bench,
                        null,
                        specimen ->
                                resume.isEmpty() || resume.get().in(specimen.record()).isNumber());
    }

    /** A crash between messages and the checkpoint after them. */
    Verdict crashes() throws InterruptedException {
        Findings findings = new Findings();
        Optional<Verdict> hindrance = hindrance();
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        for (int step = 1; step <= MOST_CRASHES; step++) {
            for (int kept : new int[] {step - 1, step}) {
                try (StreamServer server = StreamServer.start(spec)) {
                    Map<String, Long> due = fill(server, 0);
                    Drive drive = drive(server);
                    if (!drive.crash(kept, step)) {
                        continue;
                    }
                    findings.tried("crashes");
                    due.putAll(fill(server, MESSAGES));
                    drive.pass();
                    compare("crash after " + step + " batches", due, drive, findings);
                }
            }
        }
        return findings.verdict(new Verdict.NotApplicable("the whole stream came in one batch"));
    }

    /** Connections that are refused, and dropped in the middle of a message. */
    void troubles(Findings findings) throws InterruptedException {
        if (hindrance().isPresent()) {
            return;
        }
        for (int drop = 0; drop < MESSAGES; drop += 2) {
            try (StreamServer server = StreamServer.start(spec)) {
                Map<String, Long> due = fill(server, 0);
                server.refuse(503);
                server.refuse(429);
                server.dropAfter(drop);
                server.dropAfter(1);
                findings.tried("connections that break");
                Drive drive = drive(server).pass();
                compare("dropped after " + drop + " messages", due, drive, findings);
            }
        }
    }

    private Optional<Verdict> hindrance() {
        if (bench.specimens().isEmpty()) {
            return Optional.of(Findings.noFeedback());
        }
        if (spec.resume() == null && spec.protocol() != StreamSpec.Protocol.SSE) {
            return Optional.of(
                    new Verdict.NotApplicable(
                            "there is no stream.resume: what is missed does not come again"));
        }
        if (spec.resume() != null && resume.isEmpty()) {
            return Optional.of(
                    new Verdict.NotApplicable(
                            spec.resume().from()
                                    + " is no plain path, so the kit's server cannot set it"));
        }
        return maker.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Failed(
                                "no fixture is a message of the stream that becomes feedback"
                                        + resume.map(place -> " and holds the number " + place)
                                                .orElse("")
                                        + ": add one"));
    }

    private Drive drive(StreamServer server) {
        return new Drive(
                MockedChannel.streaming(
                        bench.definition(), server.url(), bench.channel().notes().values()),
                bench.newParser());
    }

    private Map<String, Long> fill(StreamServer server, int from) {
        Map<String, Long> due = new TreeMap<>();
        List<StreamMessage> messages = new ArrayList<>();
        for (int i = from; i < from + MESSAGES; i++) {
            JsonNode record = maker.get().record(i, i).json();
            Long place = null;
            if (resume.isPresent()) {
                place = resume.get().in(maker.get().specimen().record()).asLong() + i * APART;
                record = resume.get().replaced(record, LongNode.valueOf(place));
            }
            RawEnvelope envelope = maker.get().specimen().with(record);
            messages.add(
                    new StreamMessage(
                            envelope.headers().get(RawEnvelope.SSE_EVENT),
                            place,
                            new String(envelope.payload(), StandardCharsets.UTF_8)));
            maker.get()
                    .feedback(record)
                    .ifPresent(feedback -> due.put(feedback.id(), feedback.revision()));
        }
        server.add(messages);
        return due;
    }

    private static void compare(
            String when, Map<String, Long> due, Drive drive, Findings findings) {
        String wrong = Differences.between(due, Polling.got(drive));
        if (!wrong.isEmpty()) {
            findings.problem(
                    "stream, " + when,
                    due.size() + " records",
                    wrong,
                    "Say in stream.resume which parameter goes on from where, and take enough off"
                            + " it with 'minus'");
        }
    }
}
