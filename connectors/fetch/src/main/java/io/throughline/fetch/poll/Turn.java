package io.throughline.fetch.poll;

/** Where a round goes after a page. */
sealed interface Turn {

    /** To this place. */
    record On(Place place) implements Turn {}

    /** Back to this place: records have moved between two pages, and one may have been missed. */
    record Back(Place place) implements Turn {}

    /** Nowhere: this was the last page. */
    record Last() implements Turn {}

    /** Nowhere, because the page does not say it so that it can be understood. */
    record Lost(String cause) implements Turn {}
}
