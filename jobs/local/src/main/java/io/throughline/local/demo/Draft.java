package io.throughline.local.demo;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.local.demo.words.Length;
import io.throughline.local.demo.words.Person;
import io.throughline.model.Channel;
import java.time.Instant;

/**
 * A piece of feedback before it has words: who is about to say what, when and where.
 *
 * @param number unlike any other's of the same world
 * @param at when; unlike any other's by at least {@link Casting#STEP}
 * @param topic what is talked about; {@link WorldRules#UNASSIGNED} for nothing in particular
 * @param stage of the journey; {@link WorldRules#UNASSIGNED} for none
 * @param scenario null for any
 */
record Draft(
        long seed,
        long number,
        Instant at,
        Channel channel,
        String topic,
        String stage,
        String scenario,
        Feeling feeling,
        Length length,
        Person person) {

    /** Dice of this record for that purpose. */
    Dice dice(String purpose) {
        return Dice.of(seed, purpose, number);
    }

    /** The same, when the words it got say nothing of the stage or the feeling it was cast for. */
    Draft unlabelled() {
        return new Draft(
                seed,
                number,
                at,
                channel,
                WorldRules.UNASSIGNED,
                WorldRules.UNASSIGNED,
                null,
                Feeling.NEUTRAL,
                length,
                person);
    }

    /** The same person has second thoughts. */
    Draft rethought(Feeling now, Instant when) {
        return new Draft(
                seed, number, when, channel, topic, stage, null, now, Length.MEDIUM, person);
    }
}
