package io.throughline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.broken.Fault;
import io.throughline.conformance.broken.Notes;
import io.throughline.conformance.channel.ChannelUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fails on channels that are broken in its way, and says what is wrong with them. */
class BrokenChannelsTest {

    private static final KitSettings SETTINGS = new KitSettings(30_000, 2_000);

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.CONSTANT_ID, Check.IDENTITY, "'note' whatever the record holds"),
                arguments(Fault.ID_OF_THE_TIME, Check.IDENTITY, "nothing but the time"),
                arguments(Fault.ID_OF_THE_AUTHOR, Check.IDENTITY, "nothing but the author"),
                arguments(Fault.ID_OF_THE_OBSERVATION, Check.IDENTITY, "seen again a day later"),
                arguments(Fault.ID_OF_THE_PAGE, Check.IDENTITY, "alone on its page"),
                arguments(Fault.REVISION_OF_THE_OBSERVATION, Check.REPEAT, "the same feedback"),
                arguments(Fault.PAGE_IN_EXTRAS, Check.REPEAT, "\"page\""),
                arguments(Fault.ID_CHANGES_WITH_THE_TEXT, Check.EDIT, "after an edit of the text"),
                arguments(Fault.REVISION_IS_A_HASH, Check.EDIT, "no edit makes lower"),
                arguments(Fault.REVISION_FALLS, Check.EDIT, "a later value gives"),
                arguments(Fault.DELETES_ANOTHER, Check.DELETE, "must not change the id"),
                arguments(Fault.DELETE_IS_OLDER, Check.DELETE, "not older than revision"),
                arguments(Fault.THROWS_WITHOUT_A_TIME, Check.REQUIRED_FIELDS, "an exception"),
                arguments(Fault.NAMES_WHAT_HAS_NO_NAME, Check.REQUIRED_FIELDS, "the id 'unknown'"),
                arguments(Fault.TAKES_OBJECTS_FOR_TEXT, Check.REQUIRED_FIELDS, "a text that holds"),
                arguments(Fault.REFUSES_THE_PAGE, Check.REQUIRED_FIELDS, "three outcomes"),
                arguments(Fault.DROPS_THE_OFFSET, Check.TIMES, "an offset of +05:30"),
                arguments(Fault.TAKES_NOW_FOR_ANY_TIME, Check.TIMES, "or INVALID_FIELD"),
                arguments(Fault.CUTS_THE_TEXT, Check.TEXTS, "that is cut"),
                arguments(Fault.ASCII_ONLY, Check.TEXTS, "right to left"),
                arguments(Fault.HALF_OF_THE_MARKUP, Check.TEXTS, "HTML"),
                arguments(Fault.SQUARE_OF_THE_TEXT, Check.TEXTS, "again for each of its parts"),
                arguments(Fault.SCORES_THE_AGENT, Check.AGENTS, "left out of the text"),
                arguments(Fault.LEAVES_CUSTOMERS_OUT, Check.AGENTS, "its words in the text"),
                arguments(Fault.ANSWER_IN_THE_TEXT, Check.AGENTS, "$.agentReply"),
                arguments(Fault.AUTHOR_IN_EXTRAS, Check.SECRECY, "the id itself in extras"),
                arguments(Fault.AUTHOR_AS_IT_IS, Check.SECRECY, "the id itself in author.key"),
                arguments(Fault.QUOTES_THE_TEXT, Check.SECRECY, "quotes what the customer said"),
                arguments(Fault.LOGS_THE_TEXT, Check.SECRECY, "a log line"),
                arguments(Fault.PRINTS_THE_AUTHOR, Check.SECRECY, "a log line"),
                arguments(Fault.REMEMBERS, Check.ORDER, "the same outcomes"),
                arguments(Fault.REFUSES_LATE_ONES, Check.ORDER, "seven days late"),
                arguments(Fault.SLOW, Check.THROUGHPUT, "a second of processor time"),
                arguments(Fault.HOARDS, Check.THROUGHPUT, "must not remember"),
                arguments(Fault.THROWS_AT_ODD_BYTES, Check.FUZZ, "an exception"),
                arguments(Fault.BY_CHANCE, Check.FUZZ, "when it is read again"));
    }

    @ParameterizedTest(name = "{0} fails {1}")
    @MethodSource("faults")
    void isFoundOut(Fault fault, Check check, String words) throws InterruptedException {
        assertFails(Notes.with(fault), check, words);
    }

    /** Without this, a check that always fails would look as good. */
    @ParameterizedTest
    @EnumSource(
            value = Check.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GOLDEN", "BOUNDARY", "CRASH", "EMPTY_PAGE", "SIGNATURE"})
    void aSoundChannelPasses(Check check) throws InterruptedException {
        assertThat(Conformance.of(Notes.with(Fault.NONE), SETTINGS).run(check).verdict())
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void nothingPassesWithoutAFixture() throws InterruptedException {
        ChannelUnderTest bare =
                Notes.of(
                        """
                        apiVersion: throughline/v1
                        id: bare
                        channel: web
                        mode: file
                        map: {naturalId: $.id, occurredAt: $.at, text: $.said}
                        """);

        for (CheckResult result : Conformance.of(bare, SETTINGS).run()) {
            if (result.check() != Check.LINT) {
                assertThat(result.verdict()).isNotInstanceOf(Verdict.Passed.class);
            }
        }
    }

    private static void assertFails(ChannelUnderTest channel, Check check, String words)
            throws InterruptedException {
        assertThat(Conformance.of(channel, SETTINGS).run(check).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.message()).contains(words));
    }
}
