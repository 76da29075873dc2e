package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.Hashes;
import io.throughline.model.ProcessingStage;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Tally;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.SideOutputs;
import io.throughline.wire.Codecs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParseFunctionTest {

    private OneInputStreamOperatorTestHarness<RawRecord, Feedback> parse;

    @BeforeEach
    void open() throws Exception {
        parse =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new ParseFunction(Samples.channels()));
    }

    @AfterEach
    void close() throws Exception {
        parse.close();
    }

    @Test
    void aFeedbackKnowsWhereItsBytesAre() throws Exception {
        RawEnvelope envelope = Samples.envelope(Samples.line("1", 2, "late order"));
        feed(Codecs.RAW_ENVELOPE.encode(envelope));

        Feedback feedback = parse.extractOutputValues().get(0);
        assertThat(feedback.id()).isEqualTo("email:lines:1");
        assertThat(feedback.provenance().topic()).isEqualTo("feedback.raw");
        assertThat(feedback.provenance().partition()).isEqualTo(4);
        assertThat(feedback.provenance().offset()).isEqualTo(42);
        assertThat(feedback.provenance().sha256()).isEqualTo(Hashes.sha256(envelope.payload()));
        assertThat(tallies()).containsExactly(new Tally("email", 1, 0, 0, 0, 0, 0, 0));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void bytesThatAreNoEnvelopeAreADeadLetterWithThoseBytes() throws Exception {
        byte[] noise = {1, 2, 3, (byte) 0xff};
        feed(noise);

        DeadLetter letter = deadLetters().get(0);
        assertThat(letter.reason()).isEqualTo(FailureReason.MALFORMED);
        assertThat(letter.stage()).isEqualTo(ProcessingStage.PARSE);
        assertThat(letter.payload()).isEqualTo(noise);
        assertThat(letter.provenance().offset()).isEqualTo(42);
        assertThat(tallies()).containsExactly(new Tally("other", 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void anEmptyRecordIsADeadLetterToo() throws Exception {
        feed(new byte[0]);
        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void anEnvelopeOfAChannelNobodyConfiguredIsUnsupported() throws Exception {
        RawEnvelope stranger =
                new RawEnvelope(
                        "fax",
                        Samples.NOON,
                        null,
                        null,
                        "file:a",
                        0,
                        Map.of(),
                        -1,
                        "hello".getBytes(StandardCharsets.UTF_8));
        feed(Codecs.RAW_ENVELOPE.encode(stranger));

        DeadLetter letter = deadLetters().get(0);
        assertThat(letter.reason()).isEqualTo(FailureReason.UNSUPPORTED);
        assertThat(letter.source()).isEqualTo("fax");
        assertThat(letter.channel()).isEqualTo(Channel.OTHER);
    }

    @Test
    void aRejectedRecordKeepsItsBytesAndIsCounted() throws Exception {
        String line = "{\"id\": \"1\", \"text\": \"no time\"}";
        feed(Codecs.RAW_ENVELOPE.encode(Samples.envelope(line)));

        DeadLetter letter = deadLetters().get(0);
        assertThat(letter.reason()).isEqualTo(FailureReason.MISSING_FIELD);
        assertThat(letter.channel()).isEqualTo(Channel.EMAIL);
        assertThat(letter.payload()).isEqualTo(line.getBytes(StandardCharsets.UTF_8));
        assertThat(letter.message()).doesNotContain("no time");
        assertThat(tallies()).containsExactly(new Tally("email", 1, 0, 0, 0, 0, 0, 1));
        assertThat(parse.getOutput()).isEmpty();
    }

    @Test
    void aRecordIsTheSameLetterWhicheverPageBringsItNext() throws Exception {
        String timeless = "{\"id\": \"1\", \"text\": \"no time\"}";
        feed(page(Samples.line("2", 1, "late"), timeless));
        feed(page(Samples.line("3", 1, "early"), Samples.line("2", 1, "late"), timeless));
        feed(page(timeless));
        feed(page("{\"id\": \"4\", \"text\": \"no time\"}"));

        List<DeadLetter> letters = deadLetters();
        assertThat(letters).extracting(DeadLetter::record).containsExactly(1, 2, 0, 0);
        assertThat(letters.subList(0, 3))
                .extracting(DeadLetter::id)
                .containsOnly(letters.get(0).id());
        assertThat(letters.get(3).id()).isNotEqualTo(letters.get(0).id());
    }

    @Test
    void recordsOfOnePageThatAreAlikeAreALetterEach() throws Exception {
        String timeless = "{\"id\": \"1\", \"text\": \"no time\"}";
        feed(page(timeless, timeless));
        feed(page(Samples.line("2", 1, "late"), timeless, timeless));

        List<DeadLetter> letters = deadLetters();
        assertThat(letters.get(0).id()).isNotEqualTo(letters.get(1).id());
        assertThat(letters.subList(2, 4)).isEqualTo(letters.subList(0, 2));
    }

    @Test
    void whatTheChannelDropsIsCountedAsFiltered() throws Exception {
        feed(Codecs.RAW_ENVELOPE.encode(Samples.envelope(Samples.line("1", 1, "TEST"))));
        assertThat(tallies()).containsExactly(new Tally("email", 1, 0, 0, 0, 0, 1, 0));
        assertThat(parse.getOutput()).isEmpty();
        assertThat(deadLetters()).isEmpty();
    }

    private static byte[] page(String... lines) {
        return Codecs.RAW_ENVELOPE.encode(Samples.envelope(String.join("\n", lines)));
    }

    private void feed(byte[] value) throws Exception {
        parse.processElement(
                new StreamRecord<>(
                        new RawRecord(value, "feedback.raw", 4, 42, Samples.NOON.toEpochMilli())));
    }

    private List<Tally> tallies() {
        return Harnesses.drain(parse, SideOutputs.TALLIES);
    }

    private List<DeadLetter> deadLetters() {
        return Harnesses.drain(parse, SideOutputs.DEAD_LETTERS);
    }
}
