package io.throughline.kibana.check;

/**
 * Something in a saved object that Kibana could not use.
 *
 * @param where the object, and the panel, layer and column in it
 * @param what is wrong, a sentence without a full stop
 */
public record Problem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
