package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.channels.definition.SchemaBlocks.Block;
import io.throughline.channels.expression.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide to channels names everything there is, and what it shows can be read. */
class GuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    /** Ways in: their readers have tests of their own. */
    private static final Set<String> ELSEWHERE = Set.of("request", "stream", "verify", "reconcile");

    private String guide;

    @BeforeEach
    void read() throws IOException {
        guide = Files.readString(Path.of("../../docs/channels.md"));
    }

    @Test
    void namesEveryFunction() {
        assertThat(Expression.functions().keySet())
                .allMatch(name -> guide.contains("`" + name + "("));
        assertThat(Expression.functions().values())
                .filteredOn(usage -> !usage.startsWith("contentHash"))
                .allMatch(usage -> guide.contains("`" + usage + "`"));
    }

    @Test
    void namesEveryKey() throws JsonProcessingException {
        List<String> missing = new ArrayList<>();
        for (Block block : SchemaBlocks.of(new ObjectMapper().readTree(ChannelSchema.json()))) {
            for (String key : block.keys()) {
                boolean elsewhere =
                        ELSEWHERE.contains(block.path().stream().findFirst().orElse(""));
                if (!elsewhere
                        && !Pattern.compile("[`{ ,]" + key + "[`:, |}]").matcher(guide).find()) {
                    missing.add(block + ": " + key);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void showsDefinitionsThatCanBeRead() {
        List<String> ids = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(guide);
        while (example.find()) {
            if (example.group(1).contains("\nmode: ")) {
                ids.add(ChannelDefinitions.read("channel.yaml", example.group(1)).id());
            }
        }

        assertThat(ids).contains("shop-reviews", "translated-reviews", "call-notes", "helpdesk");
    }
}
