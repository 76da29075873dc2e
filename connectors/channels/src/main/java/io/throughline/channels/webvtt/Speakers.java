package io.throughline.channels.webvtt;

import io.throughline.model.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who speakers are to us, by what a transcript calls them.
 *
 * <p>A name such as {@code Agent}, {@code Caller} or {@code Kim (customer)} says it. Of two parties
 * one name is enough: beside an agent the other one is the customer, and beside a customer
 * everybody else is with the company. Where that does not decide, nobody's words count as the
 * customer's: better no feedback than the agent's.
 */
final class Speakers {

    private static final Set<String> CUSTOMERS =
            Set.of(
                    "customer",
                    "client",
                    "caller",
                    "consumer",
                    "user",
                    "member",
                    "patient",
                    "guest",
                    "passenger",
                    "subscriber",
                    "policyholder",
                    "claimant",
                    "cardholder",
                    "buyer",
                    "visitor",
                    "citizen",
                    "external");
    private static final Set<String> AGENTS =
            Set.of(
                    "agent",
                    "representative",
                    "rep",
                    "csr",
                    "advisor",
                    "adviser",
                    "operator",
                    "support",
                    "associate",
                    "specialist",
                    "assistant",
                    "supervisor",
                    "manager",
                    "technician",
                    "clerk",
                    "employee",
                    "internal");
    private static final Set<String> SYSTEMS =
            Set.of("system", "ivr", "bot", "chatbot", "voicebot", "recording", "announcement");

    private final Map<String, Role> roles = new HashMap<>();
    private final boolean known;

    private Speakers(Map<String, Role> named, boolean known) {
        roles.putAll(named);
        this.known = known;
    }

    /**
     * @param names of everybody who speaks; without nulls
     */
    static Speakers of(Collection<String> names) {
        Map<String, Role> named = new HashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (String name : names) {
            Role role = named(name);
            if (role == null) {
                others.add(name);
            } else {
                named.put(name, role);
            }
        }
        boolean customer = named.containsValue(Role.CUSTOMER);
        boolean agent = named.containsValue(Role.AGENT);
        boolean decided =
                others.isEmpty() ? customer || agent : customer || agent && others.size() == 1;
        for (String other : decided ? others : Set.<String>of()) {
            named.put(other, customer ? Role.AGENT : Role.CUSTOMER);
        }
        return new Speakers(named, decided);
    }

    /** The role that a name itself says; null when it says none. */
    static Role named(String name) {
        Role role = null;
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (SYSTEMS.contains(word)) {
                return Role.SYSTEM;
            }
            if (role == null) {
                role =
                        CUSTOMERS.contains(word)
                                ? Role.CUSTOMER
                                : AGENTS.contains(word) ? Role.AGENT : null;
            }
        }
        return role;
    }

    /** Whether it is known of everybody who has a name. */
    boolean known() {
        return known;
    }

    /** Of nobody, and of somebody who is not known, it is the system: not the customer. */
    Role roleOf(String name) {
        return name == null ? Role.SYSTEM : roles.getOrDefault(name, Role.SYSTEM);
    }
}
