package io.throughline.local.demo.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes up what customers say, from the fragments under {@code demo/words}: a stage, a feeling and
 * a length in, sentences out. Immutable; all chance comes from the dice it is given.
 */
public final class Composer {

    private static final String ROOT = "/demo/words/";

    /** A word from a slot can begin a sentence. */
    private static final Pattern BEGINNING = Pattern.compile("(?<=[a-z\"0-9][.!?] )[a-z]");

    /** Slots whose words are names. */
    private static final List<String> NAMES = List.of("rep", "adjuster", "city");

    private static final double REACTION = 0.55;

    private static final double FEELING_ALONE = 0.07;

    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, List<String>> slots;
    private final FragmentFile common;
    private final Set<String> names;

    /** Reads the fragments of these topics. */
    public Composer(List<String> ids) {
        for (String id : ids) {
            topics.put(id, new Topic(FragmentFile.read(ROOT + id + ".txt")));
        }
        this.slots = FragmentFile.read(ROOT + "slots.txt").sections();
        this.common = FragmentFile.read(ROOT + "common.txt");
        this.names = names(slots);
    }

    /**
     * A story about a topic.
     *
     * @param scenario what in particular; null for any
     */
    public Story tell(String id, String scenario, Feeling feeling, Length length, Dice dice) {
        Topic topic = topics.get(id);
        Phrase phrase = new Phrase(slots, Map.of(), dice);
        if (length == Length.TERSE) {
            String word = phrase.unfold(dice.pick(common.section(feeling.id() + " terse")));
            return new Story(word, List.of(word));
        }
        List<String> sentences = new ArrayList<>();
        if (feeling == Feeling.MIXED) {
            mixed(topic, length, dice, sentences);
        } else {
            String what = scenario == null ? dice.pick(topic.scenarios(feeling)) : scenario;
            if (length == Length.SHORT && dice.chance(FEELING_ALONE)) {
                sentences.add(dice.pick(topic.feelings(feeling)));
            } else {
                single(topic, what, feeling, length, dice, sentences);
            }
        }
        String title = title(topic, scenario, feeling, dice);
        List<String> unfolded = sentences.stream().map(line -> sentence(phrase, line)).toList();
        return new Story(sentence(phrase, title), unfolded);
    }

    /** Words about nothing in particular: small talk, or praise and blame in general. */
    public Story chat(Feeling feeling, Dice dice) {
        Phrase phrase = new Phrase(slots, Map.of(), dice);
        Feeling told = feeling == Feeling.MIXED ? Feeling.NEUTRAL : feeling;
        List<String> fragments = new ArrayList<>();
        if (dice.chance(0.3)) {
            fragments.add(dice.pick(common.section(told.id() + " open")));
        }
        add(common.section(told.id() + " chat"), dice.between(1, 2), dice, fragments);
        if (dice.chance(0.35)) {
            fragments.add(dice.pick(common.section(told.id() + " close")));
        }
        String title = sentence(phrase, dice.pick(common.section(told.id() + " title")));
        return new Story(title, fragments.stream().map(line -> sentence(phrase, line)).toList());
    }

    /** One line from a section of {@code common.txt}, unfolded. */
    public String line(String section, Dice dice) {
        return line(section, Map.of(), dice);
    }

    /** One line from a section of {@code common.txt}, unfolded with these words in its slots. */
    public String line(String section, Map<String, String> words, Dice dice) {
        List<String> lines = common.section(section);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("common.txt has no [" + section + "]");
        }
        return sentence(new Phrase(slots, words, dice), dice.pick(lines));
    }

    /** Whether a word is written with a capital wherever it stands. */
    public boolean isName(String word) {
        return names.contains(word);
    }

    private static Set<String> names(Map<String, List<String>> slots) {
        Set<String> names = new HashSet<>(Set.of("Harborline", "DMV", "VIN", "ID", "PDF", "FAQ"));
        for (String slot : NAMES) {
            for (String phrase : slots.getOrDefault(slot, List.of())) {
                names.addAll(List.of(phrase.split(" ")));
            }
        }
        return names;
    }

    private static String sentence(Phrase phrase, String fragment) {
        String text = phrase.unfold(fragment);
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return BEGINNING
                .matcher(begun)
                .replaceAll(begin -> begin.group().toUpperCase(Locale.ROOT))
                .replace(" a Outback", " an Outback")
                .replace(" a old ", " an old ");
    }

    private void single(
            Topic topic,
            String scenario,
            Feeling feeling,
            Length length,
            Dice dice,
            List<String> out) {
        List<String> facts = topic.facts(scenario, feeling);
        List<String> details = topic.details(scenario, feeling);
        if (length.compareTo(Length.LONG) >= 0 && dice.chance(0.7)) {
            out.add(dice.pick(common.section(feeling.id() + " open")));
        }
        out.add(dice.pick(facts));
        if (length == Length.SHORT) {
            react(feeling, dice, out);
            return;
        }
        int more = length == Length.MEDIUM ? dice.between(0, 1) : dice.between(1, 2);
        add(details, length == Length.ESSAY ? 3 : more, dice, out);
        if (length != Length.MEDIUM || dice.chance(0.6)) {
            out.add(dice.pick(topic.feelings(feeling)));
        } else {
            react(feeling, dice, out);
        }
        if (length == Length.ESSAY) {
            add(topic.feelings(feeling), 1, dice, out);
        }
        if (length.compareTo(Length.LONG) >= 0 && dice.chance(0.75)) {
            out.add(dice.pick(common.section(feeling.id() + " close")));
        }
    }

    /** Two words at the end, as people do who do not say much. */
    private void react(Feeling feeling, Dice dice, List<String> out) {
        List<String> reactions = common.section(feeling.id() + " reaction");
        if (!reactions.isEmpty() && dice.chance(REACTION)) {
            out.add(dice.pick(reactions));
        }
    }

    private void mixed(Topic topic, Length length, Dice dice, List<String> out) {
        boolean goodFirst = dice.chance(0.6);
        Feeling first = goodFirst ? Feeling.POSITIVE : Feeling.NEGATIVE;
        Feeling second = goodFirst ? Feeling.NEGATIVE : Feeling.POSITIVE;
        Length each = length.compareTo(Length.LONG) >= 0 ? Length.MEDIUM : Length.SHORT;
        single(topic, dice.pick(topic.scenarios(first)), first, each, dice, out);
        List<String> more = new ArrayList<>();
        single(topic, dice.pick(topic.scenarios(second)), second, each, dice, more);
        String turn = dice.pick(common.section(goodFirst ? "turn to bad" : "turn to good"));
        more.set(0, turn + " " + more.get(0));
        out.addAll(more);
    }

    private String title(Topic topic, String scenario, Feeling feeling, Dice dice) {
        if (feeling == Feeling.MIXED || dice.chance(0.25)) {
            return dice.pick(common.section(feeling.id() + " title"));
        }
        if (scenario != null) {
            return dice.pick(topic.titles(scenario, feeling).orElse(topic.titles(feeling)));
        }
        return dice.pick(topic.titles(feeling));
    }

    /** Adds some of the fragments, none that is there already. */
    private static void add(List<String> fragments, int count, Dice dice, List<String> out) {
        List<String> left = new ArrayList<>(fragments);
        left.removeAll(out);
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            out.add(left.remove(dice.between(0, left.size() - 1)));
        }
    }
}
