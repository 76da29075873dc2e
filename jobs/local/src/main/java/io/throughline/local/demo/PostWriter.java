package io.throughline.local.demo;

import io.throughline.local.demo.wire.Status;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.local.demo.words.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes drafts as public posts. */
final class PostWriter {

    /** A post has at most 500 characters; this leaves room for tags and a link. */
    private static final int LONGEST = 430;

    private static final double CHATTER = 0.5;

    private static final Map<String, Double> LANGUAGES = languages();

    private static final List<String> TOPICAL =
            List.of("insurance", "harborline", "customerservice");

    /**
     * A post and its text as the pipeline will have it.
     *
     * @param draft what it was written for; its stage is gone when the post is in another language
     *     or small talk
     */
    record Written(Draft draft, Status status, String text, List<String> secrets) {}

    private final Teller teller;

    PostWriter(Teller teller) {
        this.teller = teller;
    }

    /** The post of a draft. */
    Written write(Draft draft) {
        return write(draft, Status.snowflake(draft.at(), draft.number()), null);
    }

    /** What became of a post after its author changed it; both drafts are by the same person. */
    Written rewrite(Draft later, Status before) {
        return write(later, before.id(), before);
    }

    private Written write(Draft draft, long id, Status before) {
        Dice dice = draft.dice("post " + draft.at().toEpochMilli());
        String language = before == null ? dice.weighted(LANGUAGES) : before.language();
        boolean chatter = draft.topic().equals(WorldRules.UNASSIGNED) && dice.chance(CHATTER);
        List<String> paragraphs = new ArrayList<>();
        List<String> secrets = List.of();
        if (language != null && !language.equals("en")) {
            paragraphs.add(teller.composer().line("foreign " + language, dice));
        } else if (chatter) {
            paragraphs.add(teller.composer().line("social chatter", dice));
        } else {
            Told told = teller.tell(draft);
            secrets = told.secrets();
            paragraphs.addAll(fitting(told.sentences(), !secrets.isEmpty()));
        }
        PostHtml html = new PostHtml();
        if (!chatter && dice.chance(0.45)) {
            html.mention("harborline");
        }
        html.text(String.join(" ", paragraphs));
        List<String> tags = tags(chatter, draft.feeling(), draft.person().style(), dice);
        tags.forEach(html::tag);
        if (dice.chance(0.05)) {
            html.link("https://status.example/" + dice.between(1000, 9999));
        }
        Status status =
                new Status(
                        id,
                        before == null ? draft.at() : before.created(),
                        before == null ? null : draft.at(),
                        draft.person().handle().replace('.', '_'),
                        draft.person().first() + " " + draft.person().last().charAt(0) + ".",
                        language,
                        html.html(),
                        tags);
        boolean told = !chatter && (language == null || language.equals("en"));
        Draft meant = told ? draft : draft.unlabelled();
        return new Written(meant, status, html.plain(), secrets);
    }

    /** As many sentences as a post has room for; the last one stays when it must. */
    private static List<String> fitting(List<String> sentences, boolean lastStays) {
        List<String> kept = new ArrayList<>(sentences);
        while (kept.size() > 1 && String.join(" ", kept).length() > LONGEST) {
            kept.remove(lastStays ? kept.size() - 2 : kept.size() - 1);
        }
        return kept;
    }

    private List<String> tags(boolean chatter, Feeling feeling, Style style, Dice dice) {
        List<String> tags = new ArrayList<>();
        if (!chatter && dice.chance(0.5)) {
            tags.add(dice.pick(TOPICAL));
        }
        if (!chatter && (style == Style.EMOJI || dice.chance(0.12))) {
            String more =
                    teller.composer().line("tags " + feeling.id(), dice).toLowerCase(Locale.ROOT);
            if (!tags.contains(more)) {
                tags.add(more);
            }
        }
        return tags;
    }

    private static Map<String, Double> languages() {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("en", 0.92);
        map.put("de", 0.022);
        map.put("es", 0.025);
        map.put("fr", 0.018);
        map.put("ja", 0.015);
        return map;
    }
}
