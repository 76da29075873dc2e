package io.throughline.local;

import io.throughline.local.cli.ThroughlineCommand;

/** Entry point of the {@code throughline} launcher. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(ThroughlineCommand.execute(arguments));
    }
}
