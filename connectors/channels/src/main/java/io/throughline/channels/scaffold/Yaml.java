package io.throughline.channels.scaffold;

import java.util.List;
import java.util.regex.Pattern;

/** Writes texts as YAML, in quotes where they would be read as something else. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}$/][^\\n\\t\"]*");
    private static final Pattern PLAIN_IN_FLOW =
            Pattern.compile("[\\p{L}$/][\\p{L}\\p{N}$._/() -]*");
    private static final Pattern WORD_OF_YAML =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|~");

    private Yaml() {}

    /** As the value of a key on a line of its own. */
    static String block(String text) {
        boolean plain =
                PLAIN.matcher(text).matches()
                        && !text.contains(" #")
                        && !text.contains(": ")
                        && !text.endsWith(":")
                        && !text.endsWith(" ")
                        && !WORD_OF_YAML.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    /** Inside of brackets or braces. */
    static String flow(String text) {
        boolean plain =
                PLAIN_IN_FLOW.matcher(text).matches()
                        && !text.endsWith(" ")
                        && !text.contains("{")
                        && !WORD_OF_YAML.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    /** A list in brackets. */
    static String flow(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Yaml::flow).toList()) + "]";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
