package io.throughline.nlp.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of a {@link LinearModel}: the same weights always give the same bytes.
 *
 * <p>Gzip (whose header holds no time) around: {@code TLM1}, version and temperature, number of
 * features, then each feature in ascending order as the length of the prefix it shares with the one
 * before, the rest of it, and three weights as 16-bit integers in units of 1/{@value #UNIT}. Java's
 * serialization, in which the classifier's own class is saved, is neither stable nor safe to read.
 */
public final class LinearModelFile {

    /** Weights are kept to this fraction. */
    static final int UNIT = 2048;

    private static final int MAGIC = 0x544C4D31;

    private LinearModelFile() {}

    /** The bytes of the file. */
    public static byte[] write(LinearModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(MAGIC);
            out.writeUTF(model.version());
            out.writeDouble(model.temperature());
            out.writeInt(model.weights().size());
            String before = "";
            for (Map.Entry<String, float[]> entry : model.weights().entrySet()) {
                String feature = entry.getKey();
                int shared = shared(before, feature);
                out.writeShort(shared);
                byte[] rest = feature.substring(shared).getBytes(StandardCharsets.UTF_8);
                out.writeShort(rest.length);
                out.write(rest);
                for (float weight : entry.getValue()) {
                    out.writeShort(quantised(weight));
                }
                before = feature;
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is no such file or cut off
     */
    public static LinearModel read(byte[] bytes) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("this is no linear sentiment model");
            }
            String version = in.readUTF();
            double temperature = in.readDouble();
            int count = in.readInt();
            SortedMap<String, float[]> weights = new TreeMap<>();
            String before = "";
            for (int i = 0; i < count; i++) {
                int shared = in.readUnsignedShort();
                byte[] rest = in.readNBytes(in.readUnsignedShort());
                String feature =
                        before.substring(0, shared) + new String(rest, StandardCharsets.UTF_8);
                float[] weight = new float[3];
                for (int label = 0; label < weight.length; label++) {
                    weight[label] = in.readShort() / (float) UNIT;
                }
                weights.put(feature, weight);
                before = feature;
            }
            return new LinearModel(version, temperature, weights);
        }
    }

    private static int quantised(float weight) {
        int units = Math.round(weight * UNIT);
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, units));
    }

    /** Never ends inside a surrogate pair, so that the rest is valid UTF-8. */
    private static int shared(String before, String feature) {
        int most = Math.min(before.length(), feature.length());
        int shared = 0;
        while (shared < most && before.charAt(shared) == feature.charAt(shared)) {
            shared++;
        }
        return shared > 0 && Character.isHighSurrogate(feature.charAt(shared - 1))
                ? shared - 1
                : shared;
    }
}
