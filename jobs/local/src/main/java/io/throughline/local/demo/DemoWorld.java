package io.throughline.local.demo;

import io.throughline.model.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes up the demo's history. Pure: the same options, the same bytes. */
public final class DemoWorld {

    private DemoWorld() {}

    /** The history of these options. */
    public static DemoPlan generate(DemoOptions options) {
        WorldRules rules = WorldRules.load();
        Teller teller = new Teller(rules);
        Map<Channel, List<Draft>> drafts = drafts(rules, options);
        Instant end = options.end();
        Book book = new Book();
        return new DemoPlan(
                options,
                ReviewHistory.of(drafts.get(Channel.MOBILE), new ReviewWriter(teller), end, book),
                SurveyHistory.of(drafts.get(Channel.WEB), new SurveyWriter(teller), end, book),
                CallHistory.of(drafts.get(Channel.PHONE), new CallWriter(teller), end, book),
                PostHistory.of(drafts.get(Channel.SOCIAL), new PostWriter(teller), end, book),
                book.labels(),
                book.secrets(),
                book.expectations());
    }

    /** When the experience gets worse in the history of these options; it stays so. */
    public static Instant worseFrom(DemoOptions options) {
        return WorldRules.load().incident().begins(options.end());
    }

    /** Drafts by channel, each in the order of time. */
    private static Map<Channel, List<Draft>> drafts(WorldRules rules, DemoOptions options) {
        Casting casting = new Casting(rules, options);
        Map<Channel, List<Draft>> drafts = new EnumMap<>(Channel.class);
        for (DemoSource source : DemoSource.values()) {
            drafts.put(source.channel(), new ArrayList<>());
        }
        List<Instant> times =
                Calendar.times(options.seed(), options.end(), rules.span(), options.records());
        boolean[] mobile = mobile(casting, options.records());
        for (int i = 0; i < times.size(); i++) {
            Channel drawn = casting.channel(i);
            Channel channel = drawn == Channel.MOBILE && !mobile[i] ? Channel.WEB : drawn;
            drafts.get(channel).add(casting.draft(i, times.get(i), channel));
        }
        return drafts;
    }

    /** The feed shows so many reviews and no more: every other one too many becomes a survey. */
    private static boolean[] mobile(Casting casting, int records) {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            if (casting.channel(i) == Channel.MOBILE) {
                drawn.add(i);
            }
        }
        boolean[] kept = new boolean[records];
        int count = Math.min(drawn.size(), ReviewHistory.CAPACITY);
        for (int i = 0; i < count; i++) {
            kept[drawn.get((int) ((long) i * drawn.size() / count))] = true;
        }
        return kept;
    }
}
