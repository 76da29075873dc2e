package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

    @Test
    void readsTheResidentSetOutOfTheStatus() {
        assertThat(ProcessMemory.parse("Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  800 kB\n"))
                .isEqualTo(800 << 10);
        assertThat(ProcessMemory.parse("Name:\tkthreadd\n")).isZero();
    }

    @Test
    void keepsTheLargestSumAndNotTheSumOfThePeaks() {
        Map<Long, Long> resident = Map.of(-1L, 100L, -2L, 10L, -3L, 20L, -4L, 80L);
        try (ProcessMemory memory = new ProcessMemory(pid -> resident.getOrDefault(pid, 0L))) {
            memory.sample(LongStream.of(-1, -2));
            memory.sample(LongStream.of(-3, -4));
            assertThat(memory.peakBytes()).isEqualTo(110);
        }
    }
}
