package io.throughline.pipeline.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.deduplicate.Known;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.SignalFacts;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.Traits;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.domain.rollup.WindowKey;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.detect.Word;
import io.throughline.pipeline.figures.Work;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.pipeline.learning.LearnProgress;
import io.throughline.pipeline.learning.TagCounts;
import io.throughline.pipeline.tagging.RawRecord;
import io.throughline.pipeline.tagging.Said;
import io.throughline.pipeline.tagging.Seen;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lies in state or travels between operators is written by Flink's own rules, never Kryo's.
 */
class StateTypesTest {

    static Stream<TypeInformation<?>> types() {
        return Stream.of(
                TypeInformation.of(Known.class),
                TypeInformation.of(Contribution.class),
                Types.LIST(TypeInformation.of(Contribution.class)),
                TypeInformation.of(SignalFacts.class),
                TypeInformation.of(SignalKey.class),
                TypeInformation.of(Change.class),
                TypeInformation.of(WindowKey.class),
                TypeInformation.of(WindowChange.class),
                TypeInformation.of(TagCounts.class),
                TypeInformation.of(LearnProgress.class),
                TypeInformation.of(Seen.class),
                TypeInformation.of(Said.class),
                TypeInformation.of(RawRecord.class),
                TypeInformation.of(Work.class),
                TypeInformation.of(Word.class),
                TypeInformation.of(TopicWrite.class),
                TypeInformation.of(DocumentWrite.class));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noTypeIsGeneric(TypeInformation<?> type) {
        assertThat(type).isNotInstanceOf(GenericTypeInfo.class);
        if (type instanceof PojoTypeInfo<?> pojo) {
            for (int field = 0; field < pojo.getArity(); field++) {
                assertThat(pojo.getTypeAt(field))
                        .as(pojo.getFieldNames()[field])
                        .isNotInstanceOf(GenericTypeInfo.class);
            }
        }
        assertThat(serializer(type)).isNotNull();
    }

    @Test
    void stateWithAbsentFieldsComesBack() throws IOException {
        Known deleted = new Known(4, 1, null, Samples.NOON, 0, true, null, null);
        assertThat(roundTrip(TypeInformation.of(Known.class), deleted)).isEqualTo(deleted);

        Said little = new Said(1, 2, null, "shop", null, "desk", 3);
        assertThat(roundTrip(TypeInformation.of(Said.class), little)).isEqualTo(little);

        List<Contribution> anonymous =
                List.of(
                        new Contribution(
                                "shop", "order", "email", 5, -1, 0, 1_000_000, null, Traits.NONE));
        assertThat(roundTrip(Types.LIST(TypeInformation.of(Contribution.class)), anonymous))
                .isEqualTo(anonymous);
    }

    @Test
    void factsComeBackWithTheirAuthors() throws IOException {
        SignalFacts facts = new SignalFacts();
        Contribution contribution =
                new Contribution(
                        "shop",
                        "order",
                        "email",
                        5,
                        0,
                        -500_000,
                        1_000_000,
                        "hmac:1",
                        new Traits("id", 3, "m", "en", 7, -1, List.of("product=home")));
        facts.apply(new Change(contribution, Change.ADD));
        assertThat(roundTrip(TypeInformation.of(SignalFacts.class), facts))
                .usingRecursiveComparison()
                .isEqualTo(facts);
    }

    @Test
    void aWindowOfNoSegmentComesBack() throws IOException {
        WindowKey day = new WindowKey("shop", "order", "all", null, WindowKey.DAY, 20_516);
        SignalFacts facts = new SignalFacts();
        facts.terms.hashes = new long[] {0, 7};
        facts.terms.times = new int[] {0, 3};
        facts.terms.terms = new String[] {null, "call back"};
        facts.terms.used = 1;
        WindowChange change = new WindowChange(day, facts);
        assertThat(roundTrip(TypeInformation.of(WindowChange.class), change))
                .usingRecursiveComparison()
                .isEqualTo(change);
    }

    private static <T> T roundTrip(TypeInformation<T> type, T value) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return type.createSerializer(config);
    }
}
