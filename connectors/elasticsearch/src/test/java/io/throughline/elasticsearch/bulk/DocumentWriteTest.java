package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.model.Channel;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class DocumentWriteTest {

    @Test
    void isSerializedWithoutKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DocumentWrite.class);
        assertThat(TypeInformation.of(DocumentWrite.class).isBasicType()).isFalse();
    }

    @Test
    void refusesWhatWouldBreakTheFraming() {
        assertThatThrownBy(() -> DocumentWrite.index("i", "a", 1, Writes.json("{\n}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("several lines");
        assertThatThrownBy(() -> DocumentWrite.index("i", "a", 1, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesIdsAndSizesButNotTheDocument() {
        DocumentWrite write =
                DocumentWrite.index("cx-feedback", "web:t:1", 3, Writes.json("{\"t\":\"angry\"}"))
                        .about("web:t:1", "typeform", Channel.WEB);

        assertThat(write.toString())
                .isEqualTo("DocumentWrite[index cx-feedback/web:t:1 version 3, 13 bytes]");
    }

    @Test
    void hasAnActionLineThatSurvivesAnyId() throws Exception {
        String id = "a\"b\\c\nd\u0001é😀";
        byte[] bytes = ActionLine.encode(DocumentWrite.delete("cx-x", id, 1L << 60));
        String line = new String(bytes, StandardCharsets.UTF_8);
        JsonNode meta = new ObjectMapper().readTree(bytes).get("delete");

        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(meta.get("_id").asText()).isEqualTo(id);
        assertThat(meta.get("_index").asText()).isEqualTo("cx-x");
        assertThat(meta.get("version").asLong()).isEqualTo(1L << 60);
        assertThat(meta.get("version_type").asText()).isEqualTo("external");
    }
}
