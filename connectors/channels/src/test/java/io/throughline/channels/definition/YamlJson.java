package io.throughline.channels.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as an editor sees it: JSON types of YAML 1.2, so that a date is a text. */
final class YamlJson {

    private YamlJson() {}

    static JsonNode read(String yaml) {
        Yaml reader =
                new Yaml(
                        new SafeConstructor(new LoaderOptions()),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        new LoaderOptions(),
                        new Resolver() {
                            @Override
                            protected void addImplicitResolvers() {
                                addImplicitResolver(Tag.BOOL, BOOL, "tfTF");
                                addImplicitResolver(Tag.INT, INT, "-+0123456789");
                                addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
                                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
                            }
                        });
        return new ObjectMapper().valueToTree(reader.load(yaml.replaceAll("\\$\\{[^}]*}", "REF")));
    }

    /** JSON is YAML too. */
    static String flow(JsonNode json) {
        return json.toString();
    }
}
