package io.throughline.console;

/** Sends dead letters through the pipeline once more. */
@FunctionalInterface
public interface ReplayDesk {

    /**
     * Replays what is selected.
     *
     * @param by who asks for it
     * @return how many were sent
     * @throws RuntimeException when they cannot be read or written
     */
    long replay(ReplaySelection selection, String by);
}
