package io.throughline.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A page of the documentation that can be followed by a machine: its blocks make files, change them
 * and give commands, and what a command prints must be what stands below it.
 *
 * <p>Blocks are told by the words after their fence: {@code json FILE} and {@code yaml FILE} are
 * files, {@code diff FILE} changes one (a line that begins with a hyphen is a text to be replaced
 * wherever it is, by the lines with a plus that follow), {@code console} has commands, and {@code
 * console pipeline} commands that need the embedded stack.
 */
final class Tutorial {

    private static final String FENCE = "```";
    private static final long COMMAND_MINUTES = 9;

    private final Path page;
    private final Path directory;
    private final List<String> lines;
    private final List<String> followed = new ArrayList<>();
    private int commands;
    private int changed;
    private long nanos;

    Tutorial(Path page, Path directory) throws IOException {
        this.page = page;
        this.directory = directory;
        this.lines = Files.readAllLines(page);
    }

    /** Follows the page; commands on the embedded stack only when told so. */
    Tutorial follow(List<String> kinds) throws IOException, InterruptedException {
        launcher();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            followed.add(line);
            if (line.startsWith(FENCE)) {
                int end = lines.subList(i + 1, lines.size()).indexOf(FENCE) + i + 1;
                List<String> inside = lines.subList(i + 1, end);
                followed.addAll(block(line.substring(FENCE.length()), inside, kinds));
                followed.add(FENCE);
                i = end;
            }
        }
        return this;
    }

    private List<String> block(String info, List<String> inside, List<String> kinds)
            throws IOException, InterruptedException {
        if (kinds.contains(info)) {
            return console(inside);
        }
        String[] words = info.split(" ", 2);
        if (words[0].equals("diff")) {
            change(directory.resolve(words[1]), inside);
        } else if (words.length == 2 && !words[0].equals("console")) {
            Files.write(directory.resolve(words[1]), inside);
        }
        return inside;
    }

    private List<String> console(List<String> inside) throws IOException, InterruptedException {
        List<String> printed = new ArrayList<>();
        for (String line : inside) {
            if (line.startsWith("$ ")) {
                printed.add(line);
                printed.addAll(run(line.substring(2)));
            }
        }
        return printed;
    }

    private List<String> run(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "printed", ".txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder("bash", "-c", command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end");
        }
        nanos += System.nanoTime() - start;
        commands += command.startsWith("./throughline") ? 1 : 0;
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    private void change(Path file, List<String> inside) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < inside.size(); i++) {
            if (inside.get(i).startsWith("-")) {
                String before = inside.get(i).substring(1);
                List<String> after = new ArrayList<>();
                while (i + 1 < inside.size() && inside.get(i + 1).startsWith("+")) {
                    after.add(inside.get(++i).substring(1));
                }
                if (!text.contains(before)) {
                    throw new IllegalStateException("there is no '" + before + "' to change");
                }
                List<String> old = text.lines().toList();
                text = text.replace(before, String.join("\n", after));
                changed += (int) text.lines().filter(line -> !old.contains(line)).count();
            }
        }
        Files.writeString(file, text);
    }

    /** Stands in for the launcher, which would build first. */
    private void launcher() throws IOException {
        Path script = directory.resolve("throughline");
        Files.writeString(
                script,
                "#!/bin/bash\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -Xmx1g -Dfile.encoding=UTF-8"
                        + " -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"
                        + " -Dthroughline.home=\"$PWD\" -cp '"
                        + System.getProperty("java.class.path")
                        + "' io.throughline.local.Main \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The page as it is. */
    String text() {
        return String.join("\n", lines);
    }

    /** The page as it would have to be. */
    String followed() {
        return String.join("\n", followed);
    }

    void write() throws IOException {
        Files.write(page, followed);
    }

    int commands() {
        return commands;
    }

    int changed() {
        return changed;
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
}
