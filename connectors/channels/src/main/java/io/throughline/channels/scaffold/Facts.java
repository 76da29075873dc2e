package io.throughline.channels.scaffold;

/** A column, and what its values are like. */
record Facts(Column column, Profile profile) {

    static Facts of(Column column) {
        return new Facts(column, Profile.of(column));
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
