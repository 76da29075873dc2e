package io.throughline.local.replay;

import io.throughline.console.ReplayDesk;
import io.throughline.console.ReplaySelection;
import io.throughline.model.FailureReason;
import java.util.Optional;

/** Replays that are asked for on the page. One at a time, so that none is sent twice. */
public final class PageReplays implements ReplayDesk {

    private final Replaying replaying;

    public PageReplays(Replaying replaying) {
        this.replaying = replaying;
    }

    @Override
    public synchronized long replay(ReplaySelection selection, String by) {
        LetterChoice choice =
                new LetterChoice(
                        selection.ids(),
                        selection.source(),
                        selection.reason().map(FailureReason::valueOf),
                        Optional.empty(),
                        Optional.empty(),
                        Long.MAX_VALUE,
                        LetterChoice.Among.OPEN);
        return replaying.replay(choice, by).letters().size();
    }
}
