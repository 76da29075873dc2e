package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Whether the policies of a namespace let a connection through, as the API of Kubernetes defines
 * it: a pod that a policy of a direction selects may do in that direction what one of them names.
 *
 * @param policies {@code NetworkPolicy} objects, all of the namespace {@code throughline}
 */
record NetworkPolicies(List<JsonNode> policies) {

    static final String NAMESPACE = "kubernetes.io/metadata.name";

    /**
     * One end of a connection.
     *
     * @param namespace null for an address outside the cluster
     * @param labels of the pod
     */
    record End(String namespace, Map<String, String> labels) {

        static End pod(Map<String, String> labels) {
            return new End("throughline", labels);
        }

        static End outside() {
            return new End(null, Map.of());
        }
    }

    boolean allow(End from, End to, int port, String protocol) {
        return allow("Egress", from, to, port, protocol)
                && allow("Ingress", to, from, port, protocol);
    }

    private boolean allow(String direction, End own, End other, int port, String protocol) {
        if (!"throughline".equals(own.namespace())) {
            return true;
        }
        boolean selected = false;
        for (JsonNode policy : policies) {
            JsonNode spec = policy.path("spec");
            boolean about =
                    Pod.stream(spec.path("policyTypes")).anyMatch(t -> t.asText().equals(direction))
                            && Selector.matches(spec.path("podSelector"), own.labels());
            if (!about) {
                continue;
            }
            selected = true;
            boolean out = direction.equals("Egress");
            for (JsonNode rule : spec.path(out ? "egress" : "ingress")) {
                if (peers(rule.path(out ? "to" : "from"), other)
                        && ports(rule.path("ports"), port, protocol)) {
                    return true;
                }
            }
        }
        return !selected;
    }

    private static boolean peers(JsonNode peers, End other) {
        return peers.isMissingNode() || Pod.stream(peers).anyMatch(peer -> peer(peer, other));
    }

    private static boolean peer(JsonNode peer, End other) {
        if (peer.has("ipBlock")) {
            return other.namespace() == null;
        }
        if (other.namespace() == null) {
            return false;
        }
        boolean namespace =
                peer.has("namespaceSelector")
                        ? Selector.matches(
                                peer.path("namespaceSelector"),
                                Map.of(NAMESPACE, other.namespace()))
                        : other.namespace().equals("throughline");
        return namespace && Selector.matches(peer.path("podSelector"), other.labels());
    }

    private static boolean ports(JsonNode ports, int port, String protocol) {
        if (ports.isMissingNode()) {
            return true;
        }
        Iterator<JsonNode> each = ports.elements();
        while (each.hasNext()) {
            JsonNode named = each.next();
            if (named.path("port").asInt() == port
                    && named.path("protocol").asText("TCP").equals(protocol)) {
                return true;
            }
        }
        return false;
    }
}
