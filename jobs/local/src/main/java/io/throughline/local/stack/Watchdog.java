package io.throughline.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The last guard against orphans: a small shell that waits on a pipe of this JVM. When the pipe
 * ends without a goodbye, this JVM was killed; the servers then stop by themselves (see {@link
 * ChildProcess}), and whichever has not within {@value #GRACE_SECONDS} seconds, because it hangs or
 * was still starting, is killed. A server is told apart from a later process with the same number
 * by its start time.
 */
final class Watchdog implements AutoCloseable {

    static final int GRACE_SECONDS = 15;

    private static final String SCRIPT =
            """
            trap '' INT HUP TERM
            born() {
              if [ -d /proc/self ]; then
                line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
                set -- ${line##*) }
                [ "$1" != Z ] && echo "${20}"
              else
                ps -o lstart= -p "$1"
              fi
            }
            watched=
            while read -r word pid; do
              case $word in
                watch) watched="$watched $pid@$(born "$pid" | tr ' ' _)" ;;
                goodbye) exit 0 ;;
              esac
            done
            left=%d
            while :; do
              alive=
              for one in $watched; do
                now=$(born "${one%%%%@*}" | tr ' ' _)
                [ -n "$now" ] && [ "$now" = "${one#*@}" ] && alive="$alive ${one%%%%@*}"
              done
              [ -n "$alive" ] || exit 0
              [ "$left" -gt 0 ] || break
              left=$((left - 1))
              sleep 1
            done
            kill -KILL $alive
            """
                    .formatted(GRACE_SECONDS);

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog start() {
        try {
            return new Watchdog(
                    new ProcessBuilder("/bin/sh", "-c", SCRIPT, "throughline-watchdog")
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new StackException("/bin/sh cannot be started: " + e.getMessage(), e);
        }
    }

    long pid() {
        return shell.pid();
    }

    /** Makes sure that this process does not outlive this JVM. */
    synchronized void watch(ProcessIdentity server) {
        tell("watch " + server.pid());
    }

    private void tell(String line) {
        try {
            OutputStream input = shell.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new StackException(
                    "The watchdog of the embedded stack, process " + shell.pid() + ", is gone", e);
        }
    }

    /** Tells it that the servers have stopped. */
    @Override
    public synchronized void close() {
        if (shell.isAlive()) {
            tell("goodbye");
        }
    }
}
