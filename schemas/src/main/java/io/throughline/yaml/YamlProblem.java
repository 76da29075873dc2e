package io.throughline.yaml;

/**
 * Something wrong in a YAML file.
 *
 * @param file name shown to people
 * @param line from 1
 * @param column from 1
 * @param severity whether the file can be used all the same
 * @param message what is wrong and what to write instead
 */
public record YamlProblem(String file, int line, int column, Severity severity, String message) {

    /** Errors stop a command, warnings never do. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** {@code file:line:column: error: message}, as editors and people expect it. */
    @Override
    public String toString() {
        String kind = severity == Severity.ERROR ? "error" : "warning";
        return file + ":" + line + ":" + column + ": " + kind + ": " + message;
    }
}
