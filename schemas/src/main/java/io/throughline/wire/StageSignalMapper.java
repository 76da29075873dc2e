package io.throughline.wire;

import io.throughline.model.StageSignal;
import io.throughline.model.StageSignal.Ratings;
import io.throughline.model.StageSignal.TermCount;
import io.throughline.model.StageSignal.Terms;
import io.throughline.wire.avro.SignalTermRecord;
import io.throughline.wire.avro.StageSignalRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** A window is whole seconds on the wire; part of a second is refused rather than cut. */
final class StageSignalMapper implements RecordMapper<StageSignal, StageSignalRecord> {

    @Override
    public StageSignalRecord toRecord(StageSignal signal) {
        if (signal.window().getNano() != 0) {
            throw new IllegalArgumentException(
                    "a window is whole seconds long, not " + signal.window());
        }
        return StageSignalRecord.newBuilder()
                .setJourney(signal.journey())
                .setStage(signal.stage())
                .setChannel(signal.channel())
                .setWindowStart(signal.windowStart())
                .setWindowSeconds(Math.toIntExact(signal.window().toSeconds()))
                .setChange(signal.change())
                .setCount(signal.count())
                .setNegative(signal.negative())
                .setNeutral(signal.neutral())
                .setPositive(signal.positive())
                .setAbstained(signal.abstained())
                .setWeightMicros(signal.weightMicros())
                .setScoreMicros(signal.scoreMicros())
                .setSquaredScoreMicros(signal.squaredScoreMicros())
                .setScoreHistogram(Arrays.stream(signal.scoreHistogram()).boxed().toList())
                .setAuthors(signal.authors())
                .setAuthorSketch(ByteBuffer.wrap(signal.authorSketch()))
                .setSegment(signal.segment())
                .setRated(signal.ratings().rated())
                .setRatedHighSaidNegative(signal.ratings().highButNegative())
                .setRatedLowSaidPositive(signal.ratings().lowButPositive())
                .setTermTotal(signal.terms().total())
                .setTerms(
                        signal.terms().most().stream()
                                .map(term -> new SignalTermRecord(term.term(), term.count()))
                                .toList())
                .build();
    }

    @Override
    public StageSignal fromRecord(StageSignalRecord record) {
        return new StageSignal(
                record.getJourney(),
                record.getStage(),
                record.getChannel(),
                record.getWindowStart(),
                Duration.ofSeconds(record.getWindowSeconds()),
                record.getChange(),
                record.getCount(),
                record.getNegative(),
                record.getNeutral(),
                record.getPositive(),
                record.getAbstained(),
                record.getWeightMicros(),
                record.getScoreMicros(),
                record.getSquaredScoreMicros(),
                record.getScoreHistogram().stream().mapToLong(Long::longValue).toArray(),
                record.getAuthors(),
                Payloads.bytes(record.getAuthorSketch()),
                record.getSegment(),
                new Ratings(
                        record.getRated(),
                        record.getRatedHighSaidNegative(),
                        record.getRatedLowSaidPositive()),
                new Terms(
                        record.getTermTotal(),
                        record.getTerms().stream()
                                .map(term -> new TermCount(term.getTerm(), term.getCount()))
                                .toList()));
    }
}
