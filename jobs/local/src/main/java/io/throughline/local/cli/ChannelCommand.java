package io.throughline.local.cli;

import picocli.CommandLine.Command;

/** Commands on channels: each is a class of its own, listed here. */
@Command(
        name = "channel",
        description = "Work with channels: what gets feedback in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ChannelNewCommand.class,
            ChannelTestCommand.class,
            ChannelTryCommand.class,
            ChannelListCommand.class,
            ChannelShowCommand.class,
            ChannelSchemaCommand.class
        })
final class ChannelCommand {}
