package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A plan in lines for people. */
final class PlanText {

    private static final int LONGEST_VALUE = 120;
    private static final int MOST_FIELDS = 40;

    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.steps().forEach(step -> append(step, text));
        return text.toString();
    }

    private static void append(Step step, StringBuilder text) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %-13s %s %s%n",
                        word(step.effect()),
                        step.where(),
                        step.kind(),
                        step.name()));
        step.differences().stream()
                .limit(MOST_FIELDS)
                .forEach(one -> text.append("             ").append(line(one)).append('\n'));
        int more = step.differences().size() - MOST_FIELDS;
        if (more > 0) {
            text.append("             … and ").append(more).append(" fields more\n");
        }
        if (!step.note().isEmpty()) {
            text.append("             ").append(step.note()).append('\n');
        }
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case CREATE -> "create";
            case UPDATE -> "change";
            case UNCHANGED -> "as it is";
            case LEFT -> "LEFT";
            case REFUSED -> "REFUSED";
        };
    }

    private static String line(Difference one) {
        if (one.before() == null) {
            return "+ " + one.path() + ": " + value(one.after());
        }
        if (one.after() == null) {
            return "- " + one.path() + ": " + value(one.before());
        }
        return "~ " + one.path() + ": " + value(one.before()) + " → " + value(one.after());
    }

    private static String value(JsonNode node) {
        String text = node.isTextual() ? node.asText() : node.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
