package io.throughline.fetch.poll;

/**
 * A place within a round.
 *
 * @param step pages of the query before this one
 * @param offset records of the query before this page's first
 * @param overlap how many of the page's records were the last of the page before
 * @param next what the page before gave to ask for this one; null for the first
 */
record Place(int step, long offset, int overlap, String next) {

    static final Place START = new Place(0, 0, 0, null);

    static Place after(Place place, String next) {
        return new Place(place.step + 1, 0, 0, next);
    }

    boolean first() {
        return step == 0;
    }
}
