package io.throughline.local.provision;

import io.throughline.document.FeedbackDocument;
import io.throughline.document.SignalDocument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indices of a month, {@code cx-feedback-YYYY-MM} and {@code cx-signals-YYYY-MM}. */
final class Months {

    /** Aliases of what is kept by month. */
    static final List<String> ALIASES = List.of(FeedbackDocument.ALIAS, SignalDocument.ALIAS);

    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{4}-\\d{2})");

    private Months() {}

    /** The month of an index behind an alias; empty for one that only looks alike. */
    static Optional<YearMonth> of(String index, String alias) {
        Matcher name = NAME.matcher(index);
        if (!name.matches() || !name.group(1).equals(alias)) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(name.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When a month begins, in UTC as everything in it is filed. */
    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
