package io.throughline.local.cli;

import io.throughline.yaml.Nearest;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Says in a sentence what is wrong with a command line. What nobody knows is named even where
 * something that must be there is missing as well: it may be that, misspelt.
 */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        CommandSpec spec = command.getCommandSpec();
        if (failure instanceof MissingParameterException missing
                && missing.getMissing().isEmpty()) {
            // A command that is a word of several: what there is, is what one wants to see.
            err.println(failure.getMessage());
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        Optional<String> unknown =
                command.getUnmatchedArguments().stream().findFirst().map(word -> say(spec, word));
        unknown.ifPresent(sentence -> err.println("throughline: " + sentence));
        if (unknown.isEmpty() || failure instanceof MissingParameterException) {
            err.println((unknown.isEmpty() ? "throughline: " : "") + failure.getMessage());
        }
        err.println("See " + spec.qualifiedName() + " --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static String say(CommandSpec spec, String word) {
        if (word.startsWith("-")) {
            String option = word.split("=", 2)[0];
            return "there is no option '"
                    + option
                    + "'"
                    + near(option, List.copyOf(spec.optionsMap().keySet()));
        }
        return spec.subcommands().isEmpty()
                ? "'" + word + "' is one too many."
                : "there is no command '" + word + "'" + near(word, spec.subcommands().keySet());
    }

    private static String near(String word, Collection<String> known) {
        String hint = Nearest.hint(word, known);
        return hint.startsWith("; did you mean") ? hint : ".";
    }
}
