package io.throughline.local.demo.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody made up.
 *
 * @param number tells two people of the same name apart
 */
public record Person(long number, String first, String last, String handle, Style style) {

    /** In the order of the enum: the order of a hash map is none to roll dice on. */
    private static final Map<Style, Double> STYLES =
            new EnumMap<>(
                    Map.of(
                            Style.PLAIN, 0.62,
                            Style.HASTY, 0.14,
                            Style.LOWERCASE, 0.11,
                            Style.LOUD, 0.05,
                            Style.EMOJI, 0.08));

    private static final FragmentFile NAMES = FragmentFile.read("/demo/words/people.txt");

    /** The person of that number. */
    public static Person of(long seed, long number) {
        Dice dice = Dice.of(seed, "person", number);
        String first = dice.pick(NAMES.section("first"));
        String last = dice.pick(NAMES.section("last"));
        String nickname = dice.pick(NAMES.section("nickname"));
        String handle =
                switch (dice.between(0, 3)) {
                    case 0 -> nickname + dice.between(2, 99);
                    case 1 -> first + "_" + last.charAt(0) + dice.between(1, 99);
                    case 2 -> first + "." + last;
                    default -> nickname + "_" + first;
                };
        return new Person(
                number, first, last, handle.toLowerCase(Locale.ROOT), dice.weighted(STYLES));
    }

    /** Nobody's real address: the domains are reserved for examples. */
    public String email() {
        List<String> domains = List.of("example.com", "example.org", "example.net");
        String domain = domains.get(Math.floorMod(number, domains.size()));
        return (first + "." + last + Math.floorMod(number, 97) + "@" + domain)
                .toLowerCase(Locale.ROOT);
    }
}
