package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Lesson;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.types.WireKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The most recent lessons, one a feedback, in keyed state. */
final class LessonStore {

    private static final Comparator<TaughtText> BY_TIME =
            Comparator.comparing(TaughtText::occurredAt).thenComparing(TaughtText::id);

    private final MapState<String, TaughtText> lessons;
    private final int most;
    private int size = -1;

    LessonStore(RuntimeContext context, int most) {
        this.most = most;
        this.lessons =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "lessons", Types.STRING, WireKind.TAUGHT_TEXT_TYPE));
    }

    /** Takes a lesson in, together with what is known of the same feedback. */
    void add(TaughtText lesson) throws Exception {
        if (size < 0) {
            size = all().size();
        }
        TaughtText known = lessons.get(lesson.id());
        lessons.put(lesson.id(), Lessons.merged(known, lesson));
        if (known == null) {
            size++;
        }
        // Half as many again, so that not every lesson looks at all others.
        if (size > most + most / 2) {
            prune();
        }
    }

    private void prune() throws Exception {
        List<TaughtText> oldestFirst = all();
        oldestFirst.sort(BY_TIME);
        for (TaughtText old : oldestFirst.subList(0, oldestFirst.size() - most)) {
            lessons.remove(old.id());
        }
        size = most;
    }

    /** How many lessons fall into the time, from (inclusive) to (exclusive). */
    int count(long fromMillis, long toMillis) throws Exception {
        int count = 0;
        for (TaughtText lesson : lessons.values()) {
            long time = lesson.occurredAt().toEpochMilli();
            count += time >= fromMillis && time < toMillis ? 1 : 0;
        }
        return count;
    }

    /** The most recent ones before a time, by id. */
    List<Lesson> before(long millis) throws Exception {
        List<TaughtText> closed = all();
        closed.removeIf(lesson -> lesson.occurredAt().toEpochMilli() >= millis);
        closed.sort(BY_TIME);
        return closed.subList(Math.max(0, closed.size() - most), closed.size()).stream()
                .sorted(Comparator.comparing(TaughtText::id))
                .map(Lessons::lesson)
                .toList();
    }

    private List<TaughtText> all() throws Exception {
        List<TaughtText> all = new ArrayList<>();
        lessons.values().forEach(all::add);
        return all;
    }
}
