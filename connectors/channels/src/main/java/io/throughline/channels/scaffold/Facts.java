package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A column, and what its values are like. */
record Facts(Column column, Profile profile) {

    static Facts of(Column column) {
        return new Facts(column, Profile.of(column));
    }

    /** The columns of records; those in which day and month are not sure follow those that are. */
    static List<Facts> of(List<JsonNode> records) {
        List<Facts> all = Columns.of(records).stream().map(Facts::of).toList();
        List<TimeGuess> times = all.stream().flatMap(one -> one.profile().time().stream()).toList();
        return all.stream()
                .map(
                        one ->
                                one.profile()
                                        .time()
                                        .map(
                                                t ->
                                                        new Facts(
                                                                one.column(),
                                                                one.profile()
                                                                        .with(t.ordered(times))))
                                        .orElse(one))
                .toList();
    }

    double sure(Meaning meaning) {
        return Names.sure(meaning, column);
    }

    /** How many objects it lies in. */
    int depth() {
        return column.ownNames().size() - 1;
    }

    /** Whether it comes from a list, so that a record may have several. */
    boolean inList() {
        return column.path().contains("[*]");
    }

    /** Whether it is an answer that is found by its question. */
    boolean answer() {
        return column.path().contains("[?(");
    }

    /** Whether it is what the company, or one of its people, did or said. */
    boolean ofCompany() {
        return Math.max(sure(Meaning.AGENT), Names.around(Meaning.AGENT, column)) >= 7;
    }

    /** Whether an object around it is a person. */
    boolean inPerson() {
        return depth() > 0 && Names.around(Meaning.PERSON, column) >= 7;
    }
}
