package io.throughline.wire;

import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Term;
import io.throughline.wire.avro.AlertDriverRecord;
import io.throughline.wire.avro.AlertTermRecord;
import io.throughline.wire.avro.AlertVerbatimRecord;
import java.util.List;

/** The lists of an alert, in their order. */
final class AlertParts {

    private AlertParts() {}

    static List<AlertDriverRecord> drivers(List<Driver> drivers) {
        return drivers.stream()
                .map(
                        driver ->
                                AlertDriverRecord.newBuilder()
                                        .setChannel(driver.channel())
                                        .setCount(driver.count())
                                        .setExpected(driver.expected())
                                        .setObserved(driver.observed())
                                        .setContribution(driver.contribution())
                                        .build())
                .toList();
    }

    static List<Driver> ofDrivers(List<AlertDriverRecord> records) {
        return records.stream()
                .map(
                        record ->
                                new Driver(
                                        record.getChannel(),
                                        record.getCount(),
                                        record.getExpected(),
                                        record.getObserved(),
                                        record.getContribution()))
                .toList();
    }

    static List<AlertTermRecord> terms(List<Term> terms) {
        return terms.stream()
                .map(
                        term ->
                                AlertTermRecord.newBuilder()
                                        .setTerm(term.term())
                                        .setLogOdds(term.logOdds())
                                        .setCount(term.count())
                                        .build())
                .toList();
    }

    static List<Term> ofTerms(List<AlertTermRecord> records) {
        return records.stream()
                .map(record -> new Term(record.getTerm(), record.getLogOdds(), record.getCount()))
                .toList();
    }

    static List<AlertVerbatimRecord> verbatims(List<Evidence> verbatims) {
        return verbatims.stream()
                .map(
                        verbatim ->
                                AlertVerbatimRecord.newBuilder()
                                        .setFeedback(verbatim.feedback())
                                        .setChannel(verbatim.channel())
                                        .setOccurredAt(verbatim.occurredAt())
                                        .setText(verbatim.text())
                                        .setUrl(verbatim.url())
                                        .build())
                .toList();
    }

    static List<Evidence> ofVerbatims(List<AlertVerbatimRecord> records) {
        return records.stream()
                .map(
                        record ->
                                new Evidence(
                                        record.getFeedback(),
                                        record.getChannel(),
                                        record.getOccurredAt(),
                                        record.getText(),
                                        record.getUrl()))
                .toList();
    }
}
