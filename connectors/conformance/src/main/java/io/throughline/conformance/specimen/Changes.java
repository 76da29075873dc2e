package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Other values that could stand where a value is: close enough to be taken, so that what they
 * change can be seen. A number inside a text is made one larger and one smaller, which moves dates
 * in any notation.
 */
final class Changes {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final int MOST_GROUPS = 7;
    private static final int LONGEST_SEARCHED = 200;
    private static final String A_TIME = "2026-02-03T04:05:06Z";

    private Changes() {}

    static Set<JsonNode> of(JsonNode value) {
        Set<JsonNode> changed = new LinkedHashSet<>();
        if (value.isBoolean()) {
            changed.add(BooleanNode.valueOf(!value.booleanValue()));
        } else if (value.isNumber()) {
            number(value.decimalValue(), changed);
        } else if (value.isTextual()) {
            text(value.textValue(), changed);
        } else {
            changed.add(BooleanNode.TRUE);
            changed.add(TextNode.valueOf(A_TIME));
            changed.add(LongNode.valueOf(1));
            changed.add(TextNode.valueOf("kit"));
        }
        changed.remove(value);
        return changed;
    }

    private static void number(BigDecimal number, Set<JsonNode> into) {
        for (int step : new int[] {1, -1, 1000, -1000}) {
            BigDecimal moved = number.add(BigDecimal.valueOf(step));
            boolean whole = number.scale() <= 0 && moved.precision() < 18;
            into.add(whole ? LongNode.valueOf(moved.longValue()) : DecimalNode.valueOf(moved));
        }
    }

    private static void text(String text, Set<JsonNode> into) {
        into.add(TextNode.valueOf(text + " kit"));
        into.add(TextNode.valueOf(text + "x"));
        String searched = text.length() > LONGEST_SEARCHED ? "" : text;
        List<MatchResult> groups = new ArrayList<>(DIGITS.matcher(searched).results().toList());
        Collections.reverse(groups);
        for (MatchResult group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            for (int step : new int[] {1, -1}) {
                moved(group.group(), step)
                        .ifPresent(
                                digits ->
                                        into.add(
                                                TextNode.valueOf(
                                                        text.substring(0, group.start())
                                                                + digits
                                                                + text.substring(group.end()))));
            }
        }
        into.add(TextNode.valueOf("true"));
    }

    /** Of the same width. */
    private static Optional<String> moved(String digits, int step) {
        BigInteger number = new BigInteger(digits).add(BigInteger.valueOf(step));
        if (number.signum() < 0) {
            return Optional.empty();
        }
        String text = number.toString();
        return Optional.of("0".repeat(Math.max(0, digits.length() - text.length())) + text);
    }
}
