package io.throughline.local.demo;

import io.throughline.local.demo.wire.Call;
import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.Review;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.local.demo.words.Dice;
import io.throughline.model.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * New records after the history. Ids come from the time, so that those of a demo that was started
 * again are new ones, and the incident of the history's last days goes on.
 */
final class LiveRecords {

    /** Where new records go. */
    interface Outlet {
        void review(Review review);

        void webhook(Webhook webhook) throws InterruptedException;

        void call(CallFile file);

        void event(StreamEvent event);
    }

    /** How many of the last posts may still be edited or taken back. */
    private static final int RECENT = 20;

    private static final double RETHOUGHT = 0.08;
    private static final double REPEATED = 0.03;

    private final List<PostWriter.Written> recent = new ArrayList<>();
    private final Casting casting;
    private final ReviewWriter reviews;
    private final SurveyWriter surveys;
    private final CallWriter calls;
    private final PostWriter posts;

    LiveRecords(DemoOptions options) {
        WorldRules rules = WorldRules.load();
        Teller teller = new Teller(rules);
        this.casting = new Casting(rules, options);
        this.reviews = new ReviewWriter(teller);
        this.surveys = new SurveyWriter(teller);
        this.calls = new CallWriter(teller);
        this.posts = new PostWriter(teller);
    }

    /** Makes up the record of that time and hands it over. */
    void next(Instant at, Outlet outlet) throws InterruptedException {
        long number = at.toEpochMilli();
        Channel channel = casting.channel(number);
        Draft draft = casting.draft(number, at, channel);
        switch (channel) {
            case MOBILE -> outlet.review(reviews.write(draft, reviews.tell(draft)));
            case PHONE -> {
                Call call = calls.write(draft, calls.tell(draft));
                outlet.call(new CallFile(at, call.fileName(), call.content()));
            }
            case SOCIAL -> outlet.event(post(draft));
            default -> {
                byte[] body = surveys.write(draft, surveys.tell(draft)).survey().body();
                Webhook webhook = new Webhook(at, body, Webhook.Sender.PROVIDER);
                outlet.webhook(webhook);
                if (draft.dice("delivery").chance(REPEATED)) {
                    outlet.webhook(webhook);
                }
            }
        }
    }

    /** A new post, or second thoughts about one of the last. */
    private StreamEvent post(Draft draft) {
        Dice dice = draft.dice("fate");
        if (recent.size() == RECENT && dice.chance(RETHOUGHT)) {
            PostWriter.Written before = recent.remove(dice.between(0, RECENT - 1));
            if (dice.chance(0.5)) {
                return StreamEvent.delete(draft.at(), before.status().id());
            }
            Draft later = before.draft().rethought(draft.feeling(), draft.at());
            return StreamEvent.edit(draft.at(), posts.rewrite(later, before.status()).status());
        }
        PostWriter.Written written = posts.write(draft);
        recent.add(written);
        if (recent.size() > RECENT) {
            recent.remove(0);
        }
        return StreamEvent.update(draft.at(), written.status());
    }
}
