package io.throughline.local.demo;

import io.throughline.local.demo.words.Composer;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.local.demo.words.Length;
import io.throughline.local.demo.words.Story;
import io.throughline.local.demo.words.Style;
import io.throughline.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts drafts into words, in the way their author types. */
final class Teller {

    private final Composer composer;
    private final double personal;

    Teller(WorldRules rules) {
        this.composer = new Composer(rules.topicIds());
        this.personal = rules.personal();
    }

    Composer composer() {
        return composer;
    }

    /** The words of a draft: always the same for the same draft. */
    Told tell(Draft draft) {
        Dice dice = draft.dice("words " + draft.at().toEpochMilli());
        Story story = story(draft, dice);
        List<String> sentences = new ArrayList<>(story.sentences());
        List<String> secrets = new ArrayList<>();
        if (draft.length() != Length.TERSE && dice.chance(personal)) {
            Personal secret = Personal.of(draft.person(), dice);
            Map<String, String> words = Map.of(secret.slot(), secret.value());
            sentences.add(composer.line(secret.section(), words, dice));
            secrets.add(secret.value());
        } else if (draft.channel() != Channel.PHONE) {
            typed(sentences, draft.person().style(), draft.feeling(), dice);
        }
        return new Told(story.title(), sentences, secrets);
    }

    /** Nobody hears how somebody types. */
    private void typed(List<String> sentences, Style style, Feeling feeling, Dice dice) {
        int last = sentences.size() - 1;
        boolean everywhere = style == Style.LOWERCASE || style == Style.HASTY;
        for (int i = everywhere ? 0 : last; i <= last; i++) {
            sentences.set(i, style.type(sentences.get(i), feeling, composer, dice));
        }
    }

    private Story story(Draft draft, Dice dice) {
        return draft.topic().equals(WorldRules.UNASSIGNED)
                ? composer.chat(draft.feeling(), dice)
                : composer.tell(
                        draft.topic(), draft.scenario(), draft.feeling(), draft.length(), dice);
    }
}
