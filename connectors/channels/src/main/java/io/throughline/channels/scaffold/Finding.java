package io.throughline.channels.scaffold;

import java.util.List;

/**
 * What was found for one field.
 *
 * @param chosen columns that are taken together, in order; none when nothing fits
 * @param others columns that could be taken instead, the surest first
 * @param note what people should know about it; may be empty
 */
public record Finding(Field field, List<Candidate> chosen, List<Candidate> others, String note) {

    public Finding {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    static Finding none(Field field, List<Candidate> others, String note) {
        return new Finding(field, List.of(), others, note);
    }

    /** Whether anything was found. */
    public boolean found() {
        return !chosen.isEmpty();
    }

    /** The expressions of what is taken. */
    public List<String> paths() {
        return chosen.stream().map(Candidate::path).toList();
    }

    /** The expressions of what could be taken instead. */
    public List<String> alternatives() {
        return others.stream().map(Candidate::path).toList();
    }

    /** Why it was taken, in a few words. */
    public String why() {
        String first = chosen.isEmpty() ? "" : chosen.get(0).why();
        return note.isEmpty() ? first : first.isEmpty() ? note : first + "; " + note;
    }

    /** A value of it, shortened to one line. */
    public String example() {
        return chosen.isEmpty() ? "" : chosen.get(0).column().example();
    }

    Candidate first() {
        return chosen.get(0);
    }
}
