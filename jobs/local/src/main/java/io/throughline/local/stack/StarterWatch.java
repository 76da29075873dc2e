package io.throughline.local.stack;

import java.io.IOException;

/** Ends a child process when who started it is gone, which its standard input tells by its end. */
public final class StarterWatch {

    private static final int GONE = 3;

    private StarterWatch() {}

    /** Watches from now on, beside whatever the process does. */
    public static void begin() {
        Thread watch = new Thread(StarterWatch::awaitEnd, "starter-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(GONE);
    }
}
