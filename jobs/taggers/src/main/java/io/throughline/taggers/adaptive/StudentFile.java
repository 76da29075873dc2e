package io.throughline.taggers.adaptive;

import io.throughline.taggers.linear.LinearModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The model of a learner's student: a model of feeling and, once it has learnt, one of stages. A
 * file of a model of feeling alone is one too.
 */
final class StudentFile {

    private static final int MAGIC = 0x544C4144;

    private StudentFile() {}

    /**
     * What a file holds.
     *
     * @param stages null when there is none
     */
    record Parts(LinearModel sentiment, StageBytes stages) {}

    static byte[] write(LinearModel sentiment, StageBytes stages) {
        if (stages == null) {
            return sentiment.bytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            byte[] feeling = sentiment.bytes();
            out.writeInt(feeling.length);
            out.write(feeling);
            out.writeUTF(stages.of());
            out.writeInt(stages.model().length);
            out.write(stages.model());
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written to", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Parts read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                return new Parts(LinearModel.read(bytes), null);
            }
            LinearModel sentiment = LinearModel.read(part(in));
            String of = in.readUTF();
            return new Parts(sentiment, new StageBytes(of, part(in)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the student is cut off", e);
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IllegalArgumentException("the student is cut off");
        }
        return in.readNBytes(length);
    }
}
