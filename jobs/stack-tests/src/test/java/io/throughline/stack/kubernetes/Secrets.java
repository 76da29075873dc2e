package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that the objects name, and those that {@code k8s/README.md} lists. */
final class Secrets {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Secrets() {}

    /**
     * A key of a secret.
     *
     * @param key null for all of them
     */
    record Key(String by, String secret, String key) {}

    static List<Key> used(Manifests manifests) {
        List<Key> used = new ArrayList<>();
        for (Pod pod : manifests.pods()) {
            for (JsonNode volume : pod.spec().path("volumes")) {
                JsonNode secret = volume.path("secret");
                for (JsonNode item : secret.path("items")) {
                    used.add(key(pod, secret.path("secretName"), item.path("key")));
                }
                if (secret.isObject() && secret.path("items").isEmpty()) {
                    throw new AssertionError(pod + " mounts a whole secret: " + volume);
                }
            }
            pod.containers()
                    .forEach(
                            container -> {
                                for (JsonNode variable : container.path("env")) {
                                    JsonNode from = variable.at("/valueFrom/secretKeyRef");
                                    if (from.isObject()) {
                                        used.add(key(pod, from.path("name"), from.path("key")));
                                    }
                                }
                                for (JsonNode from : container.path("envFrom")) {
                                    String name = from.at("/secretRef/name").asText();
                                    used.add(new Key(pod.title(), name, null));
                                }
                            });
        }
        manifests
                .kind("Ingress")
                .forEach(
                        ingress -> {
                            for (JsonNode tls : ingress.at("/spec/tls")) {
                                String name = tls.path("secretName").asText();
                                used.add(new Key(Manifests.title(ingress), name, "tls.key"));
                            }
                        });
        return used;
    }

    private static Key key(Pod pod, JsonNode secret, JsonNode key) {
        return new Key(pod.title(), secret.asText(), key.asText());
    }

    /** Keys of each secret of the README's table, whose first two columns they are. */
    static Map<String, Set<String>> listed() {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String line : Yamls.text(Manifests.K8S.resolve("README.md")).lines().toList()) {
            if (line.startsWith("| Secret ")) {
                String[] cells = line.split("\\|");
                codes(cells[1])
                        .forEach(
                                name ->
                                        listed.computeIfAbsent(name, same -> new TreeSet<>())
                                                .addAll(codes(cells[2])));
            }
        }
        return listed;
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }
}
