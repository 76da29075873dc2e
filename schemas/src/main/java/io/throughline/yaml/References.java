package io.throughline.yaml;

import java.util.regex.Pattern;

/**
 * Lets references such as {@code ${secret.NAME}} stand without quotes anywhere, also inside braces
 * where YAML takes theirs for its own. Their braces are hidden behind characters of private use
 * while YAML is read, one for one, so that lines and columns stay as they are.
 */
final class References {

    private static final char OPEN = '\uF77B';
    private static final char CLOSE = '\uF77D';
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{([A-Za-z0-9_.-]+(?::-[^{}\\n]*)?)}");

    private References() {}

    static String hidden(String yaml) {
        return yaml.indexOf("${") < 0
                ? yaml
                : REFERENCE.matcher(yaml).replaceAll("\\$" + OPEN + "$1" + CLOSE);
    }

    static String shown(String text) {
        return text.indexOf(OPEN) < 0 && text.indexOf(CLOSE) < 0
                ? text
                : text.replace(OPEN, '{').replace(CLOSE, '}');
    }
}
