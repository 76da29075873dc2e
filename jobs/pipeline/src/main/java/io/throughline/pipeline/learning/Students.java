package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Student;
import io.throughline.model.Hashes;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Students of all subtasks in this JVM, each read once. One that nobody holds any more is dropped
 * when memory gets short.
 */
final class Students {

    private static final Map<String, SoftReference<Student>> READ = new ConcurrentHashMap<>();

    private Students() {}

    /** The student of a model; the same bytes give the same student. */
    static Student of(
            LearnerSource source, Learner learner, byte[] compressed, Supplier<byte[]> plain) {
        String key =
                source.engine()
                        + " "
                        + Hashes.sha256(source.journeyYaml())
                        + " "
                        + (compressed.length == 0 ? "shipped" : Hashes.sha256(compressed));
        Student[] student = new Student[1];
        READ.compute(
                key,
                (same, known) -> {
                    student[0] = known == null ? null : known.get();
                    if (student[0] != null) {
                        return known;
                    }
                    student[0] = learner.student(plain.get());
                    return new SoftReference<>(student[0]);
                });
        return student[0];
    }
}
