package io.throughline.elasticsearch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal of Elasticsearch says is missing. It names the privileges that would do, each of
 * them enough, the narrowest first.
 */
final class MissingPrivilege {

    private static final Pattern GRANTED_BY =
            Pattern.compile("granted by the (cluster|index) privileges \\[([a-z_,]+)]");
    private static final Pattern ON = Pattern.compile("on indices \\[([^\\]]+)]");

    private MissingPrivilege() {}

    /** A sentence without its full stop. */
    static String sentence(String reason) {
        Matcher granted = GRANTED_BY.matcher(reason);
        if (!granted.find()) {
            return reason.isEmpty() ? "no reason given" : reason;
        }
        Matcher on = ON.matcher(reason);
        return "they lack the "
                + granted.group(1)
                + " privilege "
                + granted.group(2).replace(",", " or ")
                + (on.find() ? " on " + on.group(1) : "")
                + ". ./throughline provision --privileges prints the roles";
    }
}
