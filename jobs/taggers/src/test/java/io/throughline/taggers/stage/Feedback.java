package io.throughline.taggers.stage;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Feedback on broadband, made of parts: some of it says what no example of the map says. */
final class Feedback {

    private static final String[] WHO = {"again", "today", "since Monday", "for my mother", "here"};
    private static final Map<String, String[]> SAID =
            Map.of(
                    "ordering",
                    new String[] {
                        "is the fibre package available", "ordered the upgrade", "compare packages"
                    },
                    "installation",
                    new String[] {
                        "the engineer missed the appointment",
                        "engineer left cables loose",
                        "cables loose near the socket"
                    },
                    "using",
                    new String[] {
                        "speed drops and films buffer",
                        "pages stall when speed drops",
                        "pages stall"
                    },
                    "paying",
                    new String[] {
                        "overcharged on the bill",
                        "the bill shows a surcharge",
                        "surcharge shows up"
                    });

    private Feedback() {}

    /** Texts with the stage they are about, 60 in all. */
    static List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (String stage : List.of("ordering", "installation", "using", "paying")) {
            for (String said : SAID.get(stage)) {
                for (String who : WHO) {
                    told.add(new Told(Verbatim.of(said + " " + who), stage));
                }
            }
        }
        return told;
    }

    /** The same as lessons of a teacher. */
    static List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (Told told : told()) {
            lessons.add(lesson("f" + lessons.size(), told.verbatim(), null));
        }
        return lessons;
    }

    /** A lesson of the teacher, or of a person when there is a stage. */
    static Lesson lesson(String id, Verbatim verbatim, String stage) {
        return new Lesson(
                id,
                Instant.EPOCH,
                verbatim,
                null,
                stage == null ? null : Map.of(stage, 1.0),
                stage == null ? null : "broadband@4",
                stage == null ? Tutor.TEACHER : Tutor.PERSON);
    }
}
