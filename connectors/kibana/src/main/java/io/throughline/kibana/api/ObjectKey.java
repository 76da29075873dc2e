package io.throughline.kibana.api;

/** What a saved object is known by. */
public record ObjectKey(String type, String id) {

    @Override
    public String toString() {
        return type + " " + id;
    }
}
