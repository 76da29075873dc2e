package io.throughline.domain.watch;

import io.throughline.domain.rollup.Contribution;
import io.throughline.model.StageSignal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What one channel brought in some minutes, counted in the ways in which data can be at fault. */
final class HealthTally {

    private static final String UNKNOWN = "";
    private static final String NEGATIVE = "negative";
    private static final String OTHER = "other";

    private int total;
    private int abstained;
    private int unassigned;
    private int letters;
    private final TreeMap<String, Integer> languages = new TreeMap<>();

    /** Of each sentiment model: labels that are negative, and others. */
    private final TreeMap<String, TreeMap<String, Integer>> models = new TreeMap<>();

    /** Of each version of the journey map: stages. */
    private final TreeMap<String, TreeMap<String, Integer>> versions = new TreeMap<>();

    void apply(Contribution contribution, int sign) {
        total += sign;
        boolean labelled = contribution.label() != Contribution.ABSTAINED;
        abstained += labelled ? 0 : sign;
        unassigned += contribution.stage().equals(StageSignal.UNASSIGNED) ? sign : 0;
        String language = contribution.traits().language();
        add(languages, language == null ? UNKNOWN : language, sign);
        if (labelled && contribution.traits().model() != null) {
            add(
                    of(models, contribution.traits().model()),
                    contribution.label() == 0 ? NEGATIVE : OTHER,
                    sign);
        }
        add(
                of(versions, Integer.toString(contribution.traits().journeyVersion())),
                contribution.stage(),
                sign);
    }

    void letter() {
        letters++;
    }

    void add(HealthTally other) {
        total += other.total;
        other.models.forEach((model, counts) -> addAll(of(models, model), counts));
        other.versions.forEach((version, counts) -> addAll(of(versions, version), counts));
    }

    int total() {
        return Math.max(0, total);
    }

    int abstained() {
        return Math.max(0, Math.min(total, abstained));
    }

    int unassigned() {
        return Math.max(0, Math.min(total, unassigned));
    }

    int letters() {
        return letters;
    }

    Map<String, Integer> languages() {
        return languages;
    }

    Map<String, TreeMap<String, Integer>> models() {
        return models;
    }

    Map<String, TreeMap<String, Integer>> versions() {
        return versions;
    }

    private static TreeMap<String, Integer> of(
            TreeMap<String, TreeMap<String, Integer>> all, String name) {
        return all.computeIfAbsent(name, key -> new TreeMap<>());
    }

    private static void addAll(TreeMap<String, Integer> to, Map<String, Integer> counts) {
        counts.forEach((name, count) -> add(to, name, count));
    }

    private static void add(TreeMap<String, Integer> counts, String name, int change) {
        counts.merge(name, change, Integer::sum);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(total);
        out.writeInt(abstained);
        out.writeInt(unassigned);
        out.writeInt(letters);
        Counts.write(out, languages);
        Bytes.list(out, models.entrySet(), HealthTally::writeEntry);
        Bytes.list(out, versions.entrySet(), HealthTally::writeEntry);
    }

    private static void writeEntry(
            DataOutput out, Map.Entry<String, TreeMap<String, Integer>> entry) throws IOException {
        Bytes.text(out, entry.getKey());
        Counts.write(out, entry.getValue());
    }

    static HealthTally read(DataInput in) throws IOException {
        HealthTally read = new HealthTally();
        read.total = in.readInt();
        read.abstained = in.readInt();
        read.unassigned = in.readInt();
        read.letters = in.readInt();
        read.languages.putAll(Counts.read(in));
        readInto(in, read.models);
        readInto(in, read.versions);
        return read;
    }

    private static void readInto(DataInput in, TreeMap<String, TreeMap<String, Integer>> all)
            throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            all.put(Bytes.text(in), Counts.read(in));
        }
    }
}
