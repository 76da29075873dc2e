package io.throughline.taggers.teacher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@link Head} as bytes: a mark, version, block names, networks by encoder id in order, then
 * biases and weights as 32-bit floats, all big endian.
 */
final class HeadFile {

    private static final int MARK = 0x544C4844;
    private static final int MAX_NUMBERS = 100_000;
    private static final int MAX_NAMES = 64;

    private HeadFile() {}

    static byte[] write(Head head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeUTF(head.version());
            out.writeInt(head.blocks().size());
            for (String block : head.blocks()) {
                out.writeUTF(block);
            }
            Map<String, String> networks = new TreeMap<>(head.networks());
            out.writeInt(networks.size());
            for (Map.Entry<String, String> network : networks.entrySet()) {
                out.writeUTF(network.getKey());
                out.writeUTF(network.getValue());
            }
            out.writeInt(head.weights()[0].length);
            for (int label = 0; label < Head.LABELS; label++) {
                out.writeFloat(head.biases()[label]);
                for (float weight : head.weights()[label]) {
                    out.writeFloat(weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a head.
     *
     * @throws IOException when the bytes are no such file, or there are fewer or more than due
     */
    static Head read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            require(in.readInt() == MARK, "the bytes are no head of a teacher");
            String version = in.readUTF();
            List<String> blocks = new ArrayList<>();
            for (int left = count(in, MAX_NAMES); left > 0; left--) {
                blocks.add(in.readUTF());
            }
            Map<String, String> networks = new TreeMap<>();
            for (int left = count(in, MAX_NAMES); left > 0; left--) {
                networks.put(in.readUTF(), in.readUTF());
            }
            int numbers = count(in, MAX_NUMBERS);
            float[][] weights = new float[Head.LABELS][numbers];
            float[] biases = new float[Head.LABELS];
            for (int label = 0; label < Head.LABELS; label++) {
                biases[label] = in.readFloat();
                for (int i = 0; i < numbers; i++) {
                    weights[label][i] = in.readFloat();
                }
            }
            require(in.read() < 0, "there is more in the file than a head");
            return new Head(version, blocks, networks, weights, biases);
        }
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        require(count > 0 && count <= most, "a count of " + count + " is out of range");
        return count;
    }

    private static void require(boolean holds, String message) throws IOException {
        if (!holds) {
            throw new IOException(message);
        }
    }
}
