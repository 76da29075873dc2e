package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The access that {@code k8s/access.md} gives is enough, and none of it too much: what a part does
 * with Kafka works with all of it, and fails without any one of it, before a broker that
 * authorizes.
 */
class KafkaAccessIT {

    @TempDir static Path folder;

    private static AuthorizingBroker broker;

    @BeforeAll
    static void start() throws IOException {
        broker =
                AuthorizingBroker.start(
                        folder,
                        KafkaAccess.table().stream()
                                .map(KafkaAccess::user)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    static List<KafkaPart> parts() {
        return KafkaPart.ALL;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void allOfItIsEnoughAndNoneIsTooMuch(KafkaPart part) throws Exception {
        List<KafkaAccess> table = KafkaAccess.table();
        broker.allow(table);
        assertThatCode(() -> part.use(broker.as(part.user()))).doesNotThrowAnyException();

        List<KafkaAccess> own =
                table.stream().filter(access -> access.user().equals(part.user())).toList();
        assertThat(own).isNotEmpty();
        for (KafkaAccess access : own) {
            List<KafkaAccess> others = new ArrayList<>(table);
            others.remove(access);
            broker.allow(others);
            assertThat(catchThrowable(() -> part.use(broker.as(part.user()))))
                    .as("without " + access)
                    .isNotNull()
                    .satisfies(failure -> assertThat(reasons(failure)).contains("uthoriz"));
        }
    }

    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reasons.append(cause).append('\n');
        }
        return reasons.toString();
    }
}
