package io.throughline.local.demo;

import io.throughline.local.demo.wire.Call;
import io.throughline.local.demo.wire.Call.Turn;
import io.throughline.local.demo.words.Composer;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes drafts as calls. The agent stays polite and sunny however angry the customer is: whoever
 * counts the agent's words gets the feeling wrong.
 */
final class CallWriter {

    private final Teller teller;

    CallWriter(Teller teller) {
        this.teller = teller;
    }

    Told tell(Draft draft) {
        return teller.tell(draft);
    }

    /** The call of a draft. */
    Call write(Draft draft, Told told) {
        Dice dice = draft.dice("call");
        Dice names = draft.dice("call at " + draft.at());
        Script script = new Script(teller.composer(), draft.feeling(), dice);
        script.agent("agent greet");
        script.customer(script.line("caller greet") + " " + told.sentences().get(0));
        for (int i = 1; i < told.sentences().size(); i++) {
            if (i == 1 && dice.chance(0.5)) {
                script.agent("agent verify");
                script.aside("caller verify");
            }
            if (dice.chance(0.75)) {
                script.agent("agent soothe");
            }
            script.customer(spoken(script, told.sentences().get(i), dice));
        }
        script.agent(dice.chance(0.6) ? "agent soothe" : "agent verify");
        if (dice.chance(0.8)) {
            script.customer(script.line("caller end " + draft.feeling().id()));
            script.agent("agent end");
        }
        String job = "hl-call-" + names.characters("0123456789abcdef", 10);
        return new Call(job, draft.at(), script.turns);
    }

    /** What the customer says in the call, one turn a line. */
    static String text(Call call) {
        return call.turns().stream()
                .filter(turn -> turn.role().equals("CUSTOMER"))
                .map(Turn::content)
                .collect(Collectors.joining("\n"));
    }

    private static String spoken(Script script, String sentence, Dice dice) {
        return dice.chance(0.35)
                ? script.line("fillers") + " " + uncapped(script, sentence)
                : sentence;
    }

    /** In lower case, unless the first word is a name or the speaker. */
    private static String uncapped(Script script, String sentence) {
        String first = sentence.split("[ ']", 2)[0];
        boolean stays = first.equals("I") || script.composer().isName(first);
        return stays ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Turns as they are said. */
    private record Script(Composer composer, Feeling feeling, Dice dice, List<Turn> turns) {

        Script(Composer composer, Feeling feeling, Dice dice) {
            this(composer, feeling, dice, new ArrayList<>());
        }

        String line(String section) {
            return composer.line(section, dice);
        }

        void agent(String section) {
            String heard = dice.chance(0.7) ? "POSITIVE" : "NEUTRAL";
            turns.add(new Turn("AGENT", line(section), heard));
        }

        void customer(String words) {
            String heard =
                    switch (feeling) {
                        case POSITIVE -> "POSITIVE";
                        case NEGATIVE -> "NEGATIVE";
                        case NEUTRAL, MIXED -> "NEUTRAL";
                    };
            turns.add(new Turn("CUSTOMER", words, heard));
        }

        void aside(String section) {
            turns.add(new Turn("CUSTOMER", line(section), "NEUTRAL"));
        }
    }
}
