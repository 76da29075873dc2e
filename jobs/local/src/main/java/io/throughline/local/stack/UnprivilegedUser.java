package io.throughline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The user that Elasticsearch, which refuses root, runs as when the launcher is root: a number that
 * no account has, put on by {@code setpriv}.
 *
 * <p>Such a user cannot pass through a home or temporary directory of mode 0700, and both the data
 * directory and the clone often lie below one. Where that is so it keeps one capability of root's,
 * the least that suffices: reading and passing everywhere, or, in containers that have not got that
 * one, also writing. {@code no_setuid_fixup} makes {@code access(2)}, which Java asks, answer with
 * the capability in mind and not by the user alone. What suffices is tried, not computed.
 */
final class UnprivilegedUser {

    /** In the range that systemd's table of user numbers leaves unused (60706 to 61183). */
    static final int ID = 60_920;

    private static final List<String> CAPABILITIES = List.of("dac_read_search", "dac_override");
    private static final String PROBE =
            "for f in \"$1\" \"$2\"; do head -c 1 \"$f\" >/dev/null || exit 1; done; shift 2;"
                    + " for d; do : >\"$d/.probe\" && rm \"$d/.probe\" || exit 1; done";

    private final List<String> prefix;

    private UnprivilegedUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static boolean launcherIsRoot() {
        return new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    /**
     * Finds how to become the user.
     *
     * @param readable two files that it must read
     * @param writable folders that it is given, with all that is in them, and must write to
     * @throws StackException when {@code setpriv} is missing or nothing suffices
     */
    static UnprivilegedUser prepare(List<Path> readable, List<Path> writable) {
        for (Path folder : writable) {
            give(folder);
        }
        List<String> arguments = new ArrayList<>();
        readable.forEach(file -> arguments.add(file.toString()));
        writable.forEach(folder -> arguments.add(folder.toString()));
        List<String> failures = new ArrayList<>();
        for (List<String> candidate : candidates()) {
            String failure = probe(candidate, arguments);
            if (failure.isEmpty()) {
                return new UnprivilegedUser(candidate);
            }
            failures.add(failure);
        }
        throw new StackException(
                "Elasticsearch refuses to run as root, and it cannot be run as another user here ("
                        + failures.get(failures.size() - 1)
                        + "): run this as a plain user instead, or name an Elasticsearch that runs"
                        + " elsewhere.");
    }

    private static List<List<String>> candidates() {
        List<String> plain = List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
        List<List<String>> candidates = new ArrayList<>();
        candidates.add(with(plain, "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"));
        candidates.add(plain);
        for (String capability : CAPABILITIES) {
            candidates.add(
                    with(
                            plain,
                            "--no-new-privs",
                            "--inh-caps=-all,+" + capability,
                            "--ambient-caps=-all,+" + capability,
                            "--bounding-set=-all,+" + capability,
                            "--securebits=+no_setuid_fixup"));
        }
        return candidates;
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return longer;
    }

    private static String probe(List<String> candidate, List<String> arguments) {
        List<String> command = with(candidate, "/bin/sh", "-c", PROBE, "sh");
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return "";
            }
            process.destroyForcibly();
            return output.isBlank() ? "setpriv failed" : output.strip();
        } catch (IOException e) {
            return "setpriv, of the package util-linux, is needed for that and cannot be run: "
                    + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static void give(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) throws IOException {
                            own(directory);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            own(file);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new StackException(
                    folder
                            + " cannot be given to user "
                            + ID
                            + ", as which Elasticsearch runs under root ("
                            + e
                            + "): choose a data directory on a local disk.",
                    e);
        }
    }

    private static void own(Path path) throws IOException {
        if (!Integer.valueOf(ID).equals(owner(path))) {
            Files.setAttribute(path, "unix:uid", ID, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", ID, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static Object owner(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The command, run as this user. */
    List<String> running(List<String> command) {
        List<String> full = new ArrayList<>(prefix);
        full.addAll(command);
        return full;
    }
}
