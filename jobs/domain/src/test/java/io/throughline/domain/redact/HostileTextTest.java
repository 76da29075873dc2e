package io.throughline.domain.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time is that of the processor, so that a busy machine does not fail the test. */
class HostileTextTest {

    private static final int SIZE = 1_000_000;
    private static final long MOST_SECONDS = 10;

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "@",
                "a.",
                "a@",
                "a@a.",
                "1 ",
                "1-",
                "1.",
                "1.1.1.1 ",
                "0 1",
                "4111 ",
                "+1",
                "(",
                "::",
                "f:",
                "DE89",
                "aB12 ",
                "at ",
                "(at)",
                "a at b dot ",
                "%40",
                "://",
                "www.",
                "http://x?a=",
                "&token=a",
                "call 1 ",
                "4111111111111111 ",
                "１",
                "\u200B",
                "😀"
            })
    void aMegabyteOfAnythingTakesAMomentAndNotMinutes(String repeated) {
        String text = repeated.repeat(SIZE / repeated.length());
        long before = cpuTime();

        String redacted = redactor.redactText(text);

        assertThat(redacted).isNotEmpty();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(cpuTime() - before)).isLessThan(MOST_SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "1.1.1.1 ", "a@", "0 1", "at "})
    void twiceTheTextTakesTwiceTheTimeAndNotFourTimes(String repeated) {
        redactor.redactText(repeated.repeat(100_000));
        long once = cpuTimeOf(repeated.repeat(200_000));
        long fourTimes = cpuTimeOf(repeated.repeat(800_000));

        assertThat((double) fourTimes / once).isLessThan(10);
    }

    private long cpuTimeOf(String text) {
        long before = cpuTime();
        redactor.redactText(text);
        return cpuTime() - before;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
