package io.throughline.kibana.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.document.IndexTemplates;
import io.throughline.kibana.Maps;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.assets.KibanaAssets;
import io.throughline.kibana.check.Mutations.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a reference, a field, a column or a panel, the checker says so. */
class MutationTest {

    private static final List<SavedObject> OBJECTS = KibanaAssets.of(Maps.tram());
    private static final Checker CHECKER = Checker.of(IndexTemplates.all());

    private static final Context CONTEXT = CHECKER.context(OBJECTS);

    private record Case(int object, Mutation mutation) {

        /** Others can only be wrong with it when it is called otherwise. */
        List<Problem> problems() {
            ObjectNode json = mutation.applied().apply(OBJECTS.get(object).json());
            SavedObject wrong = object(json);
            boolean renamed = !wrong.id().equals(OBJECTS.get(object).id());
            return renamed ? CHECKER.check(with(wrong)) : Checker.check(wrong, CONTEXT);
        }

        private static SavedObject object(ObjectNode json) {
            return new SavedObject(
                    json.path("type").asText(),
                    json.path("id").asText(),
                    (ObjectNode) json.path("attributes"),
                    LensCheck.references(json),
                    json.path("typeMigrationVersion").asText());
        }

        private List<SavedObject> with(SavedObject wrong) {
            List<SavedObject> objects = new ArrayList<>(OBJECTS);
            objects.set(object, wrong);
            return objects;
        }

        String name() {
            return OBJECTS.get(object).id() + mutation.where();
        }
    }

    private static Stream<Case> cases() {
        return IntStream.range(0, OBJECTS.size())
                .boxed()
                .flatMap(
                        i ->
                                Mutations.of(OBJECTS.get(i).json()).stream()
                                        .map(mutation -> new Case(i, mutation)));
    }

    @Test
    void whatIsGeneratedChecksClean() {
        assertThat(CHECKER.check(OBJECTS)).isEmpty();
    }

    @Test
    void everyMutationIsReported() {
        List<String> missed =
                cases().parallel()
                        .filter(mutated -> mutated.problems().isEmpty())
                        .map(Case::name)
                        .toList();

        assertThat(missed).isEmpty();
        assertThat(cases()).hasSizeGreaterThan(2_000);
    }
}
