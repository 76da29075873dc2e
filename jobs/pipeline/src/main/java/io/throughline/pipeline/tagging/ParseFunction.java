package io.throughline.pipeline.tagging;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.Hashes;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.model.Tally;
import io.throughline.pipeline.SideOutputs;
import io.throughline.wire.Codecs;
import io.throughline.wire.ReplayMarks;
import io.throughline.wire.WireFormatException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Hosts the parsers of all channels; whatever comes in, it never throws for it. */
final class ParseFunction extends ProcessFunction<RawRecord, Feedback> {

    private static final long serialVersionUID = 1L;

    private static final Replayed NOT_REPLAYED = new Replayed(Map.of());

    private final ChannelSettings settings;
    private transient ParserBook book;

    ParseFunction(ChannelSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        book = new ParserBook(settings, Clock.systemUTC());
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Feedback> out) {
        RawEnvelope envelope;
        try {
            envelope = Codecs.RAW_ENVELOPE.decode(raw.value());
        } catch (WireFormatException e) {
            reject(
                    undecoded(raw),
                    raw,
                    new Place(0, 1, 0),
                    new Outcome.Rejected(FailureReason.MALFORMED, e.getMessage()),
                    NOT_REPLAYED,
                    context);
            return;
        }
        Replayed replayed = Replayed.of(envelope);
        if (!replayed.letters().isEmpty()
                && TagFunction.CANONICAL.equals(envelope.headers().get(TagFunction.FORM))) {
            canonical(envelope, raw, replayed, context, out);
            return;
        }
        parsed(ReplayMarks.unmarked(envelope), raw, replayed, context, out);
    }

    private void parsed(
            RawEnvelope envelope,
            RawRecord raw,
            Replayed replayed,
            Context context,
            Collector<Feedback> out) {
        List<Outcome> outcomes = outcomes(envelope, Instant.ofEpochMilli(raw.timestamp()));
        String sha256 = outcomes.isEmpty() ? "" : Hashes.sha256(envelope.payload());
        Map<String, Integer> alike = new HashMap<>();
        for (int record = 0; record < outcomes.size(); record++) {
            Outcome outcome = outcomes.get(record);
            int before = before(outcome, alike);
            if (!replayed.takes(record, outcomes.size())) {
                continue;
            }
            if (outcome instanceof Outcome.Accepted accepted) {
                Feedback feedback = accepted.feedback();
                context.output(
                        SideOutputs.TALLIES,
                        new Tally(feedback.channel().id(), 1, 0, 0, 0, 0, 0, 0));
                out.collect(
                        feedback.toBuilder()
                                .provenance(
                                        provenance(envelope, raw, record, sha256)
                                                .replayOf(replayed.mark(record)))
                                .build());
            } else if (outcome instanceof Outcome.Filtered) {
                context.output(
                        SideOutputs.TALLIES,
                        new Tally(channelOf(envelope).id(), 1, 0, 0, 0, 0, 1, 0));
                tell(replayed, record, context);
            } else if (outcome instanceof Outcome.Rejected rejected) {
                reject(
                        envelope,
                        raw,
                        new Place(record, outcomes.size(), before),
                        rejected,
                        replayed,
                        context);
            }
        }
        replayed.letters().keySet().stream()
                .filter(record -> record >= outcomes.size())
                .forEach(record -> tell(replayed, record, context));
    }

    private static void tell(Replayed replayed, int record, Context context) {
        replayed.ended(record, Replay.Outcome.FILTERED)
                .ifPresent(letter -> context.output(SideOutputs.DEAD_LETTERS, letter));
    }

    private List<Outcome> outcomes(RawEnvelope envelope, Instant appendedAt) {
        ChannelParser parser = book.parser(envelope, appendedAt);
        return parser != null
                ? parser.parse(envelope)
                : List.of(
                        new Outcome.Rejected(
                                FailureReason.UNSUPPORTED,
                                "no channel '" + envelope.source() + "' is configured"));
    }

    /** A feedback of which no more was left than its canonical form when its tagging failed. */
    private void canonical(
            RawEnvelope envelope,
            RawRecord raw,
            Replayed replayed,
            Context context,
            Collector<Feedback> out) {
        DeadLetter letter = replayed.letters().values().iterator().next();
        Feedback feedback;
        try {
            feedback = Codecs.FEEDBACK.decode(envelope.payload());
        } catch (WireFormatException e) {
            reject(
                    envelope,
                    raw,
                    new Place(letter.record(), 1, 0),
                    new Outcome.Rejected(FailureReason.MALFORMED, e.getMessage()),
                    replayed,
                    context);
            return;
        }
        context.output(
                SideOutputs.TALLIES, new Tally(feedback.channel().id(), 1, 0, 0, 0, 0, 0, 0));
        out.collect(
                feedback.toBuilder()
                        .provenance(
                                provenance(
                                                envelope,
                                                raw,
                                                letter.record(),
                                                letter.provenance().sha256())
                                        .replayOf(ReplayMarks.of(letter)))
                        .build());
    }

    /**
     * Which record of how many, and how many before it have the same content and fail too: each is
     * a letter.
     */
    private record Place(int record, int of, int before) {}

    private static int before(Outcome outcome, Map<String, Integer> alike) {
        return outcome instanceof Outcome.Rejected rejected && rejected.content() != null
                ? alike.merge(rejected.content(), 1, Integer::sum) - 1
                : 0;
    }

    private void reject(
            RawEnvelope envelope,
            RawRecord raw,
            Place place,
            Outcome.Rejected rejected,
            Replayed replayed,
            Context context) {
        Channel channel = channelOf(envelope);
        String sha256 = Hashes.sha256(envelope.payload());
        DeadLetter letter =
                DeadLetter.of(
                                envelope,
                                provenance(envelope, raw, place.record(), sha256),
                                rejected.reason(),
                                ProcessingStage.PARSE,
                                channel,
                                null,
                                rejected.message())
                        .ofRecords(place.of());
        if (rejected.content() != null) {
            letter = letter.ofContent(rejected.content(), place.before());
        }
        context.output(SideOutputs.DEAD_LETTERS, replayed.failed(letter));
        context.output(SideOutputs.TALLIES, new Tally(channel.id(), 1, 0, 0, 0, 0, 0, 1));
    }

    private Channel channelOf(RawEnvelope envelope) {
        return book.channel(envelope);
    }

    private static RawEnvelope undecoded(RawRecord raw) {
        return new RawEnvelope(
                "unknown",
                Instant.ofEpochMilli(raw.timestamp()),
                null,
                null,
                "kafka:" + raw.topic(),
                raw.offset(),
                Map.of(),
                -1,
                raw.value());
    }

    private static Provenance provenance(
            RawEnvelope envelope, RawRecord raw, int record, String sha256) {
        return new Provenance(
                envelope.origin(),
                envelope.position(),
                record,
                raw.topic(),
                raw.partition(),
                raw.offset(),
                sha256,
                Instant.ofEpochMilli(raw.timestamp()));
    }
}
