package io.throughline.conformance.broken;

import java.util.Locale;

/** A way in which a mapper is broken: the channel whose id names it has a mapper that is so. */
public enum Fault {
    NONE,
    CONSTANT_ID,
    ID_OF_THE_TIME,
    ID_OF_THE_AUTHOR,
    ID_OF_THE_OBSERVATION,
    ID_OF_THE_PAGE,
    REVISION_OF_THE_OBSERVATION,
    PAGE_IN_EXTRAS,
    ID_CHANGES_WITH_THE_TEXT,
    REVISION_IS_A_HASH,
    REVISION_FALLS,
    DELETES_ANOTHER,
    DELETE_IS_OLDER,
    THROWS_WITHOUT_A_TIME,
    NAMES_WHAT_HAS_NO_NAME,
    TAKES_OBJECTS_FOR_TEXT,
    REFUSES_THE_PAGE,
    DROPS_THE_OFFSET,
    TAKES_NOW_FOR_ANY_TIME,
    CUTS_THE_TEXT,
    ASCII_ONLY,
    HALF_OF_THE_MARKUP,
    SQUARE_OF_THE_TEXT,
    SCORES_THE_AGENT,
    LEAVES_CUSTOMERS_OUT,
    ANSWER_IN_THE_TEXT,
    AUTHOR_IN_EXTRAS,
    AUTHOR_AS_IT_IS,
    QUOTES_THE_TEXT,
    LOGS_THE_TEXT,
    PRINTS_THE_AUTHOR,
    REMEMBERS,
    REFUSES_LATE_ONES,
    SLOW,
    HOARDS,
    THROWS_AT_ODD_BYTES,
    BY_CHANCE;

    /** Id of the channel that is broken so. */
    public String id() {
        return "notes-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(String id) {
        return valueOf(id.substring("notes-".length()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
