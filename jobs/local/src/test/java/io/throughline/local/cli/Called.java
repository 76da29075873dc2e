package io.throughline.local.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What a command line did: its exit code, its data and what it told people. */
record Called(int exit, List<String> out, List<String> err) {

    /** Calls a command in an installation of its own. */
    static synchronized Called with(Path home, String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        String before = System.getProperty("throughline.home");
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        System.setProperty("throughline.home", home.toString());
        try {
            int exit = ThroughlineCommand.execute(arguments);
            System.out.flush();
            return new Called(exit, lines(data), lines(told));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
            if (before == null) {
                System.clearProperty("throughline.home");
            } else {
                System.setProperty("throughline.home", before);
            }
        }
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
