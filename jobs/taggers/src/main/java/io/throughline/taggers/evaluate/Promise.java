package io.throughline.taggers.evaluate;

/**
 * A figure that is promised, and the one that was found.
 *
 * @param what is measured
 * @param due least that is promised
 * @param found what came out
 * @param met whether it is at least what is due
 */
public record Promise(String what, String due, String found, boolean met) {

    static Promise atLeast(String what, double due, double found) {
        return new Promise(what, Markup.figure(due), Markup.figure(found), found >= due);
    }
}
