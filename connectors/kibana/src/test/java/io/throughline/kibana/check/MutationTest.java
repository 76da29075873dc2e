package io.throughline.kibana.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.document.IndexTemplates;
import io.throughline.kibana.Maps;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.assets.KibanaAssets;
import io.throughline.kibana.assets.Outline;
import io.throughline.kibana.check.Mutations.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a reference, a field, a column or a panel, the checker says so; and where
 * it cannot know, since something else would be right as well, the outline that is kept differs.
 */
class MutationTest {

    private static final List<SavedObject> OBJECTS = KibanaAssets.of(Maps.tram());
    private static final Checker CHECKER = Checker.of(IndexTemplates.all());
    private static final Context CONTEXT = CHECKER.context(OBJECTS);

    private record Case(SavedObject right, String outline, Mutation mutation) {

        boolean noticed() {
            SavedObject wrong;
            try {
                wrong = SavedObjects.object(mutation.applied().apply(right.json()));
            } catch (IllegalArgumentException noSavedObject) {
                return true;
            }
            return !Outline.of(List.of(wrong)).equals(outline) || !problems(wrong).isEmpty();
        }

        boolean reported() {
            ObjectNode json = mutation.applied().apply(right.json());
            return !problems(SavedObjects.object(json)).isEmpty();
        }

        /** Others can only be wrong with it when it is called otherwise. */
        private List<Problem> problems(SavedObject wrong) {
            boolean same = wrong.id().equals(right.id()) && wrong.type().equals(right.type());
            if (same) {
                return Checker.check(wrong, CONTEXT);
            }
            List<SavedObject> all = new ArrayList<>(OBJECTS);
            all.replaceAll(object -> object.id().equals(right.id()) ? wrong : object);
            return CHECKER.check(all);
        }

        String name() {
            return right.id() + mutation.where();
        }
    }

    private static Stream<Case> of(SavedObject object, Pool pool) {
        String outline = Outline.of(List.of(object));
        return Mutations.of(object.json(), pool).stream()
                .map(mutation -> new Case(object, outline, mutation));
    }

    private static List<Case> cases() {
        Pool pool = new Pool();
        OBJECTS.forEach(object -> pool.add(object.json()));
        return OBJECTS.stream()
                .flatMap(object -> Pieces.of(object).stream())
                .flatMap(piece -> of(piece, pool))
                .toList();
    }

    private static List<String> names(Stream<Case> cases) {
        return cases.map(Case::name).toList();
    }

    @Test
    void whatIsGeneratedChecksCleanAndSoDoesEachPartOfIt() {
        assertThat(CHECKER.check(OBJECTS)).isEmpty();
        assertThat(OBJECTS.stream().flatMap(object -> Pieces.of(object).stream()))
                .allSatisfy(piece -> assertThat(Checker.check(piece, CONTEXT)).isEmpty());
    }

    @Test
    void everyMutationIsReportedOrChangesTheOutline() {
        List<Case> cases = cases();

        assertThat(names(cases.parallelStream().filter(mutated -> !mutated.noticed()))).isEmpty();
        assertThat(cases).hasSizeGreaterThan(7_000);
    }

    @Test
    void aPanelOverAnotherOrBesideTheGridIsReported() {
        List<Case> moved =
                OBJECTS.stream()
                        .filter(object -> object.type().equals("dashboard"))
                        .flatMap(
                                whole ->
                                        Mutations.moves(whole.json()).stream()
                                                .map(move -> new Case(whole, "", move)))
                        .toList();

        assertThat(names(moved.stream().filter(mutated -> !mutated.reported()))).isEmpty();
        assertThat(moved).hasSizeGreaterThan(100);
    }
}
