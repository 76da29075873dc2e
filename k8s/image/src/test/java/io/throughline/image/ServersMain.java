package io.throughline.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The servers for the script that runs the image: starts them in the folder it is given, writes
 * {@code throughline.yaml} there and prints {@code ready}. A line {@code feed N} lets N pieces of
 * feedback arrive, {@code count} prints how many are searchable, {@code forget ID} takes one away;
 * the end of standard input stops the servers.
 */
final class ServersMain {

    private ServersMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        try (Servers servers = Servers.start(directory.resolve("servers"));
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            servers.configuration(directory.resolve("throughline.yaml"));
            System.out.println("ready");
            int fed = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "feed" -> {
                        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                            servers.arrives("item" + ++fed, "The claim took forever: " + fed);
                        }
                        System.out.println("fed " + fed);
                    }
                    case "count" -> System.out.println("count " + servers.searchable().size());
                    case "forget" -> {
                        servers.forget(words[1]);
                        System.out.println("forgot " + words[1]);
                    }
                    default -> System.out.println("unknown " + line);
                }
            }
        }
    }
}
