package io.throughline.polling;

import java.util.Set;

/**
 * What the enumerator remembers.
 *
 * @param assigned ids of the splits that readers hold or have finished
 */
public record EnumeratorState(Set<String> assigned) {

    public EnumeratorState {
        assigned = Set.copyOf(assigned);
    }
}
