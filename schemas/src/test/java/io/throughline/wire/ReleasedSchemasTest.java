package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.wire.avro.AlertCommandRecord;
import io.throughline.wire.avro.AlertRecord;
import io.throughline.wire.avro.ChannelHealthRecord;
import io.throughline.wire.avro.CorrectionRecord;
import io.throughline.wire.avro.DataFaultRecord;
import io.throughline.wire.avro.DeadLetterRecord;
import io.throughline.wire.avro.FeedbackRecord;
import io.throughline.wire.avro.ModelVersionRecord;
import io.throughline.wire.avro.RawEnvelopeRecord;
import io.throughline.wire.avro.StageSignalRecord;
import io.throughline.wire.avro.StageStatusRecord;
import io.throughline.wire.avro.TaggedFeedbackRecord;
import io.throughline.wire.avro.TallyRecord;
import io.throughline.wire.avro.TaughtTextRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The released schemas stay as they are, and the newest release is what is written now. */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src", "main", "resources", "avro", "released");

    static List<Schema> current() {
        return List.of(
                AlertCommandRecord.getClassSchema(),
                AlertRecord.getClassSchema(),
                ChannelHealthRecord.getClassSchema(),
                CorrectionRecord.getClassSchema(),
                DataFaultRecord.getClassSchema(),
                DeadLetterRecord.getClassSchema(),
                FeedbackRecord.getClassSchema(),
                ModelVersionRecord.getClassSchema(),
                RawEnvelopeRecord.getClassSchema(),
                StageSignalRecord.getClassSchema(),
                StageStatusRecord.getClassSchema(),
                TaggedFeedbackRecord.getClassSchema(),
                TallyRecord.getClassSchema(),
                TaughtTextRecord.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("current")
    void aChangedSchemaIsReleasedAnew(Schema current) throws IOException {
        Schema plain = PlainSchemas.of(current);
        Path proposal = Path.of("target", "avro-release", plain.getName() + ".avsc");
        Files.createDirectories(proposal.getParent());
        Files.writeString(proposal, plain.toString(true) + "\n");

        List<Schema> released = ReleasedSchemas.of(current.getFullName());

        assertThat(released.get(released.size() - 1))
                .as(
                        "%s changed since its last release. Copy %s into a new folder %s/vN, list it"
                                + " at the end of index.txt there, and check in fixtures of vN. Never"
                                + " edit a released file.",
                        plain.getName(), proposal, RELEASED)
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyReleaseIsReadByEveryOther(Schema current) {
        List<Schema> released = ReleasedSchemas.of(current.getFullName());
        for (Schema reader : released) {
            for (Schema writer : released) {
                assertThat(
                                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                        .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @Test
    void theIndexListsEveryFile() throws IOException {
        List<String> listed =
                Files.readString(RELEASED.resolve("index.txt"), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        try (Stream<Path> files = Files.walk(RELEASED)) {
            List<String> found =
                    files.filter(file -> file.toString().endsWith(".avsc"))
                            .map(file -> RELEASED.relativize(file).toString().replace('\\', '/'))
                            .toList();

            assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void versionOneIsAsItWasReleased() {
        assertThat(ReleasedSchemas.all().stream().limit(7).map(PlainSchemas::fingerprint).toList())
                .containsExactly(
                        "AlertRecord b40f8488d250f405",
                        "DeadLetterRecord 5000233b308540f1",
                        "FeedbackRecord e5891181226c55f4",
                        "RawEnvelopeRecord 19192e294c3c03e2",
                        "StageSignalRecord a2cacf2890c507c8",
                        "TaggedFeedbackRecord 4ade6c3a56c0eb52",
                        "TallyRecord 572a84e53b63d8dd");
    }

    @Test
    void versionTwoIsAsItWasReleased() {
        assertThat(
                        ReleasedSchemas.all().stream()
                                .skip(7)
                                .limit(5)
                                .map(PlainSchemas::fingerprint)
                                .toList())
                .containsExactly(
                        "CorrectionRecord 57fdec6f4c372150",
                        "FeedbackRecord af671e8964d63409",
                        "ModelVersionRecord 4ee7f7df1ed99ec5",
                        "TaggedFeedbackRecord 914bcd4e5f16f5a1",
                        "TaughtTextRecord f0544bdfde3262e9");
    }

    @Test
    void versionThreeIsAsItWasReleased() {
        assertThat(
                        ReleasedSchemas.all().stream()
                                .skip(12)
                                .limit(1)
                                .map(PlainSchemas::fingerprint)
                                .toList())
                .containsExactly("ChannelHealthRecord a9400f474fdaa514");
    }

    @Test
    void versionFourIsAsItWasReleased() {
        assertThat(
                        ReleasedSchemas.all().stream()
                                .skip(13)
                                .limit(5)
                                .map(PlainSchemas::fingerprint)
                                .toList())
                .containsExactly(
                        "AlertCommandRecord 9540052e2983c25e",
                        "AlertRecord c4c8e665999cbd03",
                        "DataFaultRecord e91f2548aeccce95",
                        "StageStatusRecord e27b3d3e620c7661",
                        "StageSignalRecord b1b35b497bc4a6de");
    }

    @Test
    void versionFiveIsAsItWasReleased() {
        assertThat(
                        ReleasedSchemas.all().stream()
                                .skip(18)
                                .limit(5)
                                .map(PlainSchemas::fingerprint)
                                .toList())
                .containsExactly(
                        "AlertRecord 493605eeea6f6ed2",
                        "CorrectionRecord 16a606b84e3019f0",
                        "DeadLetterRecord 3b326d595a35df9",
                        "FeedbackRecord 55d81b494ce8831d",
                        "TaggedFeedbackRecord a1376c31af0cebaa");
    }

    @Test
    void versionSixIsAsItWasReleased() {
        assertThat(ReleasedSchemas.all().stream().skip(23).map(PlainSchemas::fingerprint).toList())
                .containsExactly("ModelVersionRecord 3353c41266df24a2");
    }
}
