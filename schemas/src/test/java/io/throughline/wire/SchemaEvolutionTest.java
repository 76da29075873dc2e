package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.Samples;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.wire.avro.TallyRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** What a second release may change, tried on a made-up version 2 of the tally. */
class SchemaEvolutionTest {

    private static final Schema V1 =
            ReleasedSchemas.of(TallyRecord.getClassSchema().getFullName()).get(0);
    private static final Schema V2 =
            changed(
                    "\"fields\":[",
                    "\"fields\":[{\"name\":\"late\",\"type\":\"long\",\"default\":0},"
                            + "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},");

    @Test
    void theNewerReadsTheOlder() throws IOException {
        BinaryMessageDecoder<GenericRecord> reader =
                new BinaryMessageDecoder<>(GenericData.get(), V2);
        reader.addSchema(V1);

        GenericRecord read = reader.decode(ByteBuffer.wrap(Codecs.TALLY.encode(Samples.tally())));

        assertThat(read.get("received")).isEqualTo(21L);
        assertThat(read.get("late")).isEqualTo(0L);
        assertThat(read.get("note")).isNull();
    }

    @Test
    void theOlderReadsTheNewerOnceItKnowsTheSchema() throws IOException {
        Codec<Tally> older =
                new RecordCodec<>(TallyRecord.class, List.of(V1, V2), new TallyMapper());

        assertThat(older.decode(writtenByV2())).isEqualTo(Samples.tally());
    }

    /** {@link WireFixturesTest} reads the bytes; this says what stands for what they lack. */
    @Test
    void whatReleaseOneDidNotWriteIsAbsent() throws IOException {
        TaggedFeedback read = Codecs.TAGGED_FEEDBACK.decode(released("tagged-feedback"));

        assertThat(read.sentiment().basis()).isNull();
        assertThat(read.feedback().provenance().appendedAt()).isNull();
    }

    private static byte[] released(String name) throws IOException {
        try (InputStream in =
                SchemaEvolutionTest.class.getResourceAsStream("/wire/v1/" + name + ".bin")) {
            return in.readAllBytes();
        }
    }

    @Test
    void aSchemaThatWasNeverReleasedIsRefused() {
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> Codecs.TALLY.decode(writtenByV2()));
    }

    @Test
    void theMatrixFindsARenamedField() {
        assertThat(compatible(changed("\"received\"", "\"accepted\""), V1)).isFalse();
    }

    @Test
    void theMatrixFindsARetypedField() {
        assertThat(
                        compatible(
                                changed(
                                        "\"received\",\"type\":\"long\"",
                                        "\"received\",\"type\":\"int\""),
                                V1))
                .isFalse();
    }

    @Test
    void theMatrixFindsADroppedDefault() {
        Schema dropped =
                changed("\"fields\":[", "\"fields\":[{\"name\":\"late\",\"type\":\"long\"},");

        assertThat(compatible(V2, V1)).isTrue();
        assertThat(compatible(dropped, V1)).isFalse();
    }

    private static boolean compatible(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Schema changed(String from, String to) {
        String json = V1.toString();
        assertThat(json).contains(from);
        return new Schema.Parser().parse(json.replace(from, to));
    }

    private static byte[] writtenByV2() throws IOException {
        Tally tally = Samples.tally();
        GenericRecord record = new GenericData.Record(V2);
        record.put("late", 9L);
        record.put("note", "moved");
        record.put("channel", tally.channel());
        record.put("received", tally.received());
        record.put("tagged", tally.tagged());
        record.put("duplicates", tally.duplicates());
        record.put("superseded", tally.superseded());
        record.put("deleted", tally.deleted());
        record.put("filtered", tally.filtered());
        record.put("deadLettered", tally.deadLettered());
        return Payloads.bytes(
                new BinaryMessageEncoder<GenericRecord>(GenericData.get(), V2).encode(record));
    }
}
