package io.throughline.stack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in the text format of Prometheus, read as strictly as a server reads it.
 *
 * @param labels names of labels by name of sample
 * @param series number of samples, all different
 */
record Scrape(Map<String, Set<String>> labels, int series) {

    private static final Pattern COMMENT =
            Pattern.compile("# (HELP [a-zA-Z_:][\\w:]* .*|TYPE [a-zA-Z_:][\\w:]* \\w+)");
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-zA-Z_:][\\w:]*)(\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+([eE][+-]?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\[\\\\n\"])*)\"(,|$)");

    static Scrape of(String text) {
        Map<String, Set<String>> labels = new TreeMap<>();
        Set<String> series = new TreeSet<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("#")) {
                require(COMMENT.matcher(line).matches(), line);
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            require(sample.matches(), line);
            Set<String> names = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(3) != null) {
                names.addAll(names(sample.group(3), line));
            }
            require(series.add(sample.group(1) + sample.group(3)), "twice: " + line);
        }
        return new Scrape(labels, series.size());
    }

    private static Set<String> names(String list, String line) {
        Set<String> names = new TreeSet<>();
        Matcher label = LABEL.matcher(list);
        int at = 0;
        while (at < list.length()) {
            require(label.find(at) && label.start() == at, line);
            require(names.add(label.group(1)), line);
            at = label.end();
        }
        return names;
    }

    private static void require(boolean fits, String line) {
        if (!fits) {
            throw new AssertionError("not in the text format of Prometheus: " + line);
        }
    }
}
