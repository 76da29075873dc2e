package io.throughline.local.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A command line that a guide names.
 *
 * @param words from the name of the command on, up to where the shell goes on
 */
record NamedCommand(List<String> words) {

    private static final Pattern CALL =
            Pattern.compile("\\./throughline((?:[ \\t]+|\\\\\\r?\\n)[^\\n|;&<>#()`]*)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern OPTION = Pattern.compile("--[a-z][A-Za-z0-9-]*");

    /** All that stand in a piece of code. */
    static List<NamedCommand> in(String code) {
        List<NamedCommand> found = new ArrayList<>();
        Matcher matcher = CALL.matcher(code.replaceAll("\\\\\\r?\\n", " "));
        while (matcher.find()) {
            String rest = matcher.group(1) == null ? "" : matcher.group(1).strip();
            if (!rest.isEmpty()) {
                found.add(new NamedCommand(Arrays.asList(rest.split("\\s+"))));
            }
        }
        return found;
    }

    /** What is not there: the command, the one under it, or an option of it. */
    List<String> unknown(CommandLine root) {
        CommandLine command = root;
        int next = 0;
        while (next < words.size() && !command.getSubcommands().isEmpty()) {
            String word = words.get(next);
            if (!NAME.matcher(word).matches()) {
                break;
            }
            Optional<CommandLine> below = Optional.ofNullable(command.getSubcommands().get(word));
            if (below.isEmpty()) {
                return List.of(String.join(" ", words.subList(0, next + 1)));
            }
            command = below.get();
            next++;
        }
        CommandLine deepest = command;
        return options(words.subList(next, words.size()))
                .filter(option -> deepest.getCommandSpec().findOption(option) == null)
                .map(option -> String.join(" ", words) + ": " + option)
                .toList();
    }

    private static Stream<String> options(List<String> words) {
        return words.stream()
                .map(word -> OPTION.matcher(word))
                .filter(Matcher::lookingAt)
                .map(Matcher::group);
    }
}
