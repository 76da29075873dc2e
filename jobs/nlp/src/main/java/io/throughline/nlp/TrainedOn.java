package io.throughline.nlp;

import io.throughline.domain.tagging.ModelCards;
import io.throughline.domain.tagging.TrainingSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the card beside a model says it learnt from. */
public final class TrainedOn {

    /** Of a model without a card. */
    public static final List<TrainingSource> UNKNOWN =
            List.of(new TrainingSource("unknown", null, null, 0));

    private TrainedOn() {}

    /**
     * From the card in the jar.
     *
     * @throws IOException when it is not there or cannot be read
     */
    public static List<TrainingSource> inJar(String resource) throws IOException {
        try (InputStream in = TrainedOn.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not in the jar");
            }
            return ModelCards.sources(in.readAllBytes());
        }
    }

    /**
     * From the card that training wrote beside the model's file: the same name with {@code .json}
     * in place of the ending.
     *
     * @param ending of the model's file, with its dots
     * @throws IOException when it is there and cannot be read
     */
    public static List<TrainingSource> beside(Path model, String ending) throws IOException {
        String name = model.getFileName().toString();
        if (!name.endsWith(ending)) {
            return UNKNOWN;
        }
        Path card =
                model.resolveSibling(name.substring(0, name.length() - ending.length()) + ".json");
        return Files.isRegularFile(card) ? ModelCards.sources(Files.readAllBytes(card)) : UNKNOWN;
    }
}
