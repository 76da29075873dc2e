package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void isReadBackAsWritten() {
        ProcessIdentity own = ProcessIdentity.current();
        assertThat(ProcessIdentity.parse(own.toString())).contains(own);
        assertThat(own.living()).map(ProcessHandle::pid).contains(own.pid());
    }

    @Test
    void aLaterProcessOfTheSameNumberIsAnother() {
        ProcessIdentity own = ProcessIdentity.current();
        assertThat(new ProcessIdentity(own.pid(), own.startedMillis() - 60_000).living()).isEmpty();
    }

    @Test
    void otherTextNamesNoProcess() {
        assertThat(ProcessIdentity.parse("")).isEmpty();
        assertThat(ProcessIdentity.parse("12")).isEmpty();
        assertThat(ProcessIdentity.parse("-1 5")).isEmpty();
    }
}
