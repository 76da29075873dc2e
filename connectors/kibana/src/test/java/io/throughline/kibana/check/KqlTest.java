package io.throughline.kibana.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.kibana.check.Kql.Clause;
import io.throughline.kibana.check.Kql.Reach;
import io.throughline.kibana.check.Kql.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KqlTest {

    @Test
    void nothingIsAskedByNothing() {
        assertThat(Kql.clauses(" ")).isEmpty();
    }

    @Test
    void whatIsJoinedByAndIsSure() {
        assertThat(Kql.clauses("windowSeconds: 3600 and not channel: all and not segment: *"))
                .containsExactly(
                        new Clause("windowSeconds", ":", "3600", Truth.ASKED, Reach.ALL),
                        new Clause("channel", ":", "all", Truth.RULED_OUT, Reach.ALL),
                        new Clause("segment", ":", "*", Truth.RULED_OUT, Reach.ALL));
    }

    @Test
    void oneSideOfAnOrIsNotSure() {
        assertThat(Kql.clauses("a: 1 and (b: 2 or c: 3)"))
                .extracting(Clause::field, Clause::reach)
                .containsExactly(
                        tuple("a", Reach.ALL), tuple("b", Reach.SOME), tuple("c", Reach.SOME));
    }

    @Test
    void neitherIsSureOfWhatIsRuledOutTogether() {
        assertThat(Kql.clauses("not (a: 1 and b: 2)"))
                .allMatch(clause -> clause.reach() == Reach.SOME);
        assertThat(Kql.clauses("not (a: 1 or b: 2)"))
                .allMatch(clause -> clause.reach() == Reach.ALL)
                .allMatch(clause -> clause.truth() == Truth.RULED_OUT);
    }

    @Test
    void valuesMayBeQuotedSeveralWordsAListOrARange() {
        assertThat(Kql.clauses("a: \"x \\\" y\" and b: two words and c: (x or y) and d >= 5"))
                .extracting(Clause::value)
                .containsExactly("x \\\" y", "two words", "x", "y", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a", "(a: 1", "a: 1)", "a: 1 and", "and a: 1", "a: \"x", ": 1"})
    void whatIsNoQueryIsRefused(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> Kql.clauses(query));
    }
}
