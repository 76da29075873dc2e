package io.throughline.stack.kubernetes;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation that a user may do on a resource: a row of the table in {@code k8s/access.md} has
 * one or several.
 *
 * @param type topic, group or transactionalId
 * @param pattern literal or prefix
 */
record KafkaAccess(String user, String type, String pattern, String name, String operation) {

    static List<KafkaAccess> table() {
        List<KafkaAccess> table = new ArrayList<>();
        for (String line : Yamls.text(Manifests.K8S.resolve("access.md")).lines().toList()) {
            if (line.startsWith("| `throughline-")) {
                String[] cells = line.replace("`", "").split("\\|");
                String[] resource = (cells[2].strip() + " literal").split(" ");
                for (String operation : cells[4].split(",")) {
                    table.add(
                            new KafkaAccess(
                                    cells[1].strip(),
                                    resource[0],
                                    resource[1],
                                    cells[3].strip(),
                                    operation.strip()));
                }
            }
        }
        return List.copyOf(table);
    }
}
