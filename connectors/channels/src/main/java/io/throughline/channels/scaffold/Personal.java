package io.throughline.channels.scaffold;

import java.util.Locale;
import java.util.Set;

/**
 * Tells what says who somebody is. When in doubt it does: an extra that was left out is added with
 * one line, and a name that was indexed is hard to take back.
 */
final class Personal {

    /** Things that have names and are no people. */
    private static final Set<String> THINGS =
            Set.of(
                    "product",
                    "survey",
                    "form",
                    "app",
                    "airline",
                    "lounge",
                    "hotel",
                    "store",
                    "shop",
                    "branch",
                    "company",
                    "business",
                    "brand",
                    "campaign",
                    "project",
                    "event",
                    "question",
                    "field",
                    "file",
                    "version",
                    "package",
                    "category",
                    "segment",
                    "plan",
                    "team",
                    "group",
                    "channel",
                    "location",
                    "venue",
                    "course",
                    "page",
                    "domain",
                    "host",
                    "unit",
                    "organization",
                    "department",
                    "division",
                    "class",
                    "model",
                    "device",
                    "manufacturer",
                    "code",
                    "merchant",
                    "place",
                    "city",
                    "country",
                    "region",
                    "insurer",
                    "agency",
                    "touchpoint",
                    "template",
                    "collector",
                    "tier",
                    "topic",
                    "restaurant",
                    "route",
                    "station",
                    "ship",
                    "variant",
                    "type",
                    "item",
                    "service",
                    "os",
                    "browser",
                    "platform",
                    "feature");

    /** What may be told of a person without telling who it is. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "country",
                    "segment",
                    "plan",
                    "tier",
                    "language",
                    "locale",
                    "type",
                    "role",
                    "status",
                    "region",
                    "verified",
                    "cohort",
                    "class",
                    "tenure",
                    "membership",
                    "level",
                    "os",
                    "platform",
                    "version",
                    "traveller",
                    "country code");

    private Personal() {}

    static boolean matches(Facts facts) {
        Column column = facts.column();
        if (Profile.emails(column) || Profile.phones(column) || Profile.addresses(column)) {
            return true;
        }
        if (Math.max(facts.sure(Meaning.PERSONAL), Names.sure(Meaning.PERSONAL, asked(column)))
                >= 7) {
            return true;
        }
        String asked = asked(column);
        String last = Names.words(asked);
        String[] words = last.split(" ");
        String end = words[words.length - 1];
        boolean named = Names.sure(Meaning.NAME, asked) >= 7;
        if (named) {
            return !thing(column, words);
        }
        if (facts.inPerson()) {
            return !HARMLESS.contains(end) && !HARMLESS.contains(last);
        }
        return Names.sure(Meaning.PERSON, asked) >= 9
                && words.length == 1
                && !Profile.switches(column);
    }

    /** What an answer is to; else what the column is called. */
    private static String asked(Column column) {
        if (!column.question().isEmpty()) {
            return column.question();
        }
        return column.path().contains("[?(")
                ? column.names().get(column.names().size() - 2)
                : column.lastName();
    }

    /** {@code product_name} and {@code product.name} name a product. */
    private static boolean thing(Column column, String[] words) {
        for (String word : words) {
            if (THINGS.contains(word)) {
                return true;
            }
        }
        if (column.names().size() < 2 || words.length > 1) {
            return false;
        }
        String around = column.names().get(column.names().size() - 2);
        for (String word : Names.words(around).toLowerCase(Locale.ROOT).split(" ")) {
            if (THINGS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
