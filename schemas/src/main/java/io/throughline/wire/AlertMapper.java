package io.throughline.wire;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.alert.FixClaim;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.wire.avro.AlertFiguresRecord;
import io.throughline.wire.avro.AlertRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * Alerts. Version 1 knew neither intervals nor owners: there an interval is the point itself, the
 * stage's name its id, and what never fired did so at its onset.
 */
final class AlertMapper implements RecordMapper<Alert, AlertRecord> {

    @Override
    public AlertRecord toRecord(Alert alert) {
        Figures figures = alert.figures();
        Decision decision = alert.decision();
        Ownership ownership = alert.ownership();
        Handling handling = alert.handling();
        FixClaim fix = handling.fix();
        return AlertRecord.newBuilder()
                .setId(alert.id())
                .setRule(alert.rule())
                .setJourney(alert.journey())
                .setStage(alert.stage())
                .setState(alert.state().id())
                .setDirection(alert.direction().id())
                .setOnset(alert.onset().at())
                .setFiredAt(alert.firedAt())
                .setResolvedAt(alert.resolvedAt())
                .setExpected(figures.expected())
                .setObserved(figures.observed())
                .setCount(figures.count())
                .setVersion(alert.version())
                .setJourneyVersion(alert.journeyVersion())
                .setOnsetEarliest(alert.onset().earliest())
                .setOnsetLatest(alert.onset().latest())
                .setUpdatedAt(alert.updatedAt())
                .setLow(figures.low())
                .setHigh(figures.high())
                .setAuthors(figures.authors())
                .setCorrected(alert.corrected() == null ? null : figures(alert.corrected()))
                .setPath(decision.path())
                .setStatistic(decision.statistic())
                .setThreshold(decision.threshold())
                .setBudgetSeconds(decision.budget().toSeconds())
                .setDrivers(AlertParts.drivers(alert.drivers()))
                .setTerms(AlertParts.terms(alert.terms()))
                .setVerbatims(AlertParts.verbatims(alert.verbatims()))
                .setModels(alert.models())
                .setResolution(alert.resolution())
                .setStageName(ownership.stageName())
                .setOwner(ownership.owner())
                .setContributors(ownership.contributors())
                .setSponsor(ownership.sponsor())
                .setAcknowledgedBy(handling.acknowledgedBy())
                .setAcknowledgedAt(handling.acknowledgedAt())
                .setAcceptedBy(handling.acceptedBy())
                .setEscalatedAt(handling.escalatedAt())
                .setSilence(handling.silence())
                .setFaults(handling.faults())
                .setFlapping(handling.flapping())
                .setFixClaimedBy(fix == null ? null : fix.by())
                .setFixClaimedAt(fix == null ? null : fix.at())
                .setFixClaimedComment(fix == null ? null : fix.comment())
                .build();
    }

    @Override
    public Alert fromRecord(AlertRecord record) {
        Instant firedAt = or(record.getFiredAt(), record.getOnset());
        return new Alert(
                record.getId(),
                record.getRule(),
                record.getJourney(),
                record.getJourneyVersion(),
                record.getStage(),
                Names.constant(AlertState.class, record.getState()),
                Names.constant(Direction.class, record.getDirection()),
                onset(record),
                firedAt,
                record.getResolvedAt(),
                or(record.getUpdatedAt(), or(record.getResolvedAt(), firedAt)),
                figures(record),
                record.getCorrected() == null ? null : figures(record.getCorrected()),
                new Decision(
                        record.getPath(),
                        record.getStatistic(),
                        record.getThreshold(),
                        Duration.ofSeconds(record.getBudgetSeconds())),
                AlertParts.ofDrivers(record.getDrivers()),
                AlertParts.ofTerms(record.getTerms()),
                AlertParts.ofVerbatims(record.getVerbatims()),
                record.getModels(),
                record.getResolution(),
                new Ownership(
                        or(record.getStageName(), record.getStage()),
                        record.getOwner(),
                        record.getContributors(),
                        record.getSponsor()),
                new Handling(
                        record.getAcknowledgedBy(),
                        record.getAcknowledgedAt(),
                        record.getAcceptedBy(),
                        record.getEscalatedAt(),
                        record.getSilence(),
                        record.getFaults(),
                        record.getFlapping(),
                        fix(record)),
                record.getVersion());
    }

    private static FixClaim fix(AlertRecord record) {
        return record.getFixClaimedBy() == null
                ? null
                : new FixClaim(
                        record.getFixClaimedBy(),
                        record.getFixClaimedAt(),
                        record.getFixClaimedComment());
    }

    private static Onset onset(AlertRecord record) {
        Instant at = record.getOnset();
        return new Onset(at, or(record.getOnsetEarliest(), at), or(record.getOnsetLatest(), at));
    }

    private static Figures figures(AlertRecord record) {
        double difference = record.getObserved() - record.getExpected();
        return new Figures(
                record.getExpected(),
                record.getObserved(),
                or(record.getLow(), difference),
                or(record.getHigh(), difference),
                record.getCount(),
                record.getAuthors());
    }

    private static Figures figures(AlertFiguresRecord record) {
        return new Figures(
                record.getExpected(),
                record.getObserved(),
                record.getLow(),
                record.getHigh(),
                record.getCount(),
                record.getAuthors());
    }

    private static AlertFiguresRecord figures(Figures figures) {
        return AlertFiguresRecord.newBuilder()
                .setExpected(figures.expected())
                .setObserved(figures.observed())
                .setLow(figures.low())
                .setHigh(figures.high())
                .setCount(figures.count())
                .setAuthors(figures.authors())
                .build();
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
