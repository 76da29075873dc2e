package io.throughline.conformance.server;

import io.throughline.channels.definition.RequestSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a request what stands where the definition has {@code ${page}} and its like. */
final class RequestPattern {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private final List<String> templates = new ArrayList<>();

    RequestPattern(RequestSpec spec) {
        templates.add(spec.url().replaceFirst("^[a-z]+://[^/?#]*", ""));
        spec.query().forEach((name, value) -> templates.add(name + "=" + value));
        if (spec.body() != null) {
            templates.add(spec.body());
        }
    }

    /** The value of a reference; empty when no template holds it. */
    Optional<String> value(String reference, String request) {
        for (String template : templates) {
            if (template.contains("${" + reference + "}")) {
                Matcher matcher = compiled(template, reference).matcher(request);
                if (matcher.find()) {
                    return Optional.of(matcher.group(1)).filter(text -> !text.isEmpty());
                }
            }
        }
        return Optional.empty();
    }

    private static Pattern compiled(String template, String reference) {
        StringBuilder pattern = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(template);
        int end = 0;
        boolean taken = false;
        while (matcher.find()) {
            pattern.append(Pattern.quote(template.substring(end, matcher.start())));
            boolean due = matcher.group(1).equals(reference) && !taken;
            pattern.append(due ? "([^/&?,}\" ]*)" : "[^/&?,}\" ]*");
            taken |= due;
            end = matcher.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(template.substring(end))).toString());
    }
}
