package io.throughline.local.replay;

import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which dead letters are meant; what is empty does not choose.
 *
 * @param ids or the begins of them
 * @param channel id of a channel's definition such as {@code app-store}, or its kind such as {@code
 *     mobile}
 * @param since the first time of observation that is meant
 * @param until the first time of observation that is not meant any more
 * @param limit most letters that are taken, the oldest first
 * @param among whether those that are settled are meant too
 */
public record LetterChoice(
        List<String> ids,
        Optional<String> channel,
        Optional<FailureReason> reason,
        Optional<Instant> since,
        Optional<Instant> until,
        long limit,
        Among among) {

    /** Which of those that fit. */
    public enum Among {
        /** Those that nothing has become of yet. */
        OPEN,
        /** Those on their way, and those that are settled, as well. */
        ALL
    }

    /** All that are open. */
    public static final LetterChoice EVERY =
            new LetterChoice(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Long.MAX_VALUE,
                    Among.OPEN);

    public LetterChoice {
        ids = List.copyOf(ids);
        Objects.requireNonNull(among, "among");
    }

    /** Whether a letter fits, whatever became of it. */
    boolean fits(DeadLetter letter) {
        return (ids.isEmpty() || ids.stream().anyMatch(id -> letter.id().startsWith(id)))
                && channel.map(wanted -> isOf(letter, wanted)).orElse(true)
                && reason.map(letter.reason()::equals).orElse(true)
                && since.map(from -> !letter.observedAt().isBefore(from)).orElse(true)
                && until.map(end -> letter.observedAt().isBefore(end)).orElse(true);
    }

    private static boolean isOf(DeadLetter letter, String wanted) {
        return letter.source().equals(wanted)
                || (letter.channel() != null && letter.channel().id().equals(wanted));
    }
}
