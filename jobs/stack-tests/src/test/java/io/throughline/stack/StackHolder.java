package io.throughline.stack;

import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.ProcessMemory;
import io.throughline.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A launcher in small, for tests that kill it: starts the stack in the directory it is given,
 * prints {@code ready BOOTSTRAP URL PID…}, and closes the stack when a line comes in on standard
 * input.
 */
final class StackHolder {

    private StackHolder() {}

    public static void main(String[] arguments) throws IOException {
        StackOptions options =
                StackOptions.in(Path.of(arguments[0])).withProgress(System.err::println);
        try (EmbeddedStack stack = EmbeddedStack.start(options)) {
            System.out.println(
                    "ready "
                            + stack.kafkaBootstrap()
                            + " "
                            + stack.elasticsearchUrl()
                            + " "
                            + stack.pids().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")));
            for (long pid : stack.pids()) {
                System.err.println(
                        pid + " holds " + (ProcessMemory.residentBytes(pid) >> 20) + " MiB");
            }
            while (System.in.read() >= 0) {
                break;
            }
        }
        System.err.println("stopped");
    }
}
