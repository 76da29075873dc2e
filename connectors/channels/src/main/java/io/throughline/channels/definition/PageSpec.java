package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;

/** How a feed goes on after its first page. */
public sealed interface PageSpec extends Serializable {

    /** When a round is over. */
    End end();

    /**
     * When a round is over, whatever the kind of pages.
     *
     * @param until a value of the page that is {@code true} on the last one; null when there is
     *     none
     * @param most pages a round has at most
     * @param stopAfterEmpty pages without a record in a row after which a round ends; feeds are
     *     known to have an empty page in their middle
     */
    record End(Expression until, int most, int stopAfterEmpty) implements Serializable {

        /** One page. */
        static final End ONE_PAGE = new End(null, 1, 1);

        public End {
            if (most < 1 || stopAfterEmpty < 1) {
                throw new IllegalArgumentException("a round has at least one page");
            }
        }
    }

    /** There is one page. */
    record None() implements PageSpec {
        @Override
        public End end() {
            return End.ONE_PAGE;
        }
    }

    /**
     * A page says where the next one is.
     *
     * @param next the address, whole or relative; null when it is in the header {@code Link} with
     *     the relation {@code next} (RFC 8288)
     */
    record Link(Expression next, End end) implements PageSpec {}

    /**
     * A page gives a text to ask for the next one with.
     *
     * @param next the text; null or blank on the last page
     * @param param query parameter that takes it; null when {@code ${next}} stands in the request
     */
    record Token(Expression next, String param, End end) implements PageSpec {}

    /**
     * Records are counted.
     *
     * @param param query parameter of the number of records to pass over; null when {@code
     *     ${offset}} stands in the request
     * @param sizeParam query parameter of {@link #size}; null when it is not sent
     * @param size records of a page as asked for
     * @param first number of the first record
     */
    record Offset(String param, String sizeParam, int size, int first, End end)
            implements PageSpec {}

    /**
     * Pages are numbered.
     *
     * @param param query parameter of the page's number; null when {@code ${page}} stands in the
     *     request
     * @param sizeParam query parameter of {@link #size}; null when it is not sent
     * @param size records of a page as asked for
     * @param first number of the first page
     */
    record Numbered(String param, String sizeParam, int size, int first, End end)
            implements PageSpec {}
}
