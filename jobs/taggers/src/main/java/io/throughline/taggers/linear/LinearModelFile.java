package io.throughline.taggers.linear;

import io.throughline.taggers.text.Features;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The file of a {@link LinearModel}: a header, then for every slot with a weight how many slots
 * were passed over and a byte for each class, then a checksum of all before it.
 *
 * <p>It is not compressed: two builds of zlib need not give the same bytes, and the models of a
 * stream are told apart by their digest.
 */
final class LinearModelFile {

    private static final int MAGIC = 0x544C4C32;
    private static final int MAX_CLASSES = 64;
    private static final int WIDE = 0xFF;

    private LinearModelFile() {}

    static byte[] write(LinearModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 19);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(Features.BITS);
            out.writeUTF(model.version());
            out.writeDouble(model.temperature());
            out.writeByte(model.classes().size());
            for (String name : model.classes()) {
                out.writeUTF(name);
            }
            out.writeByte(model.parameters().size());
            for (Map.Entry<String, Double> parameter : model.parameters().entrySet()) {
                out.writeUTF(parameter.getKey());
                out.writeDouble(parameter.getValue());
            }
            out.writeInt(model.weightedSlots());
            writeWeights(model, out);
            out.flush();
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void writeWeights(LinearModel model, DataOutputStream out) throws IOException {
        int count = model.classes().size();
        int passed = 0;
        for (int slot = 0; slot < Features.SLOTS; slot++) {
            boolean any = false;
            for (int k = 0; k < count; k++) {
                any |= model.code(slot * count + k) != 0;
            }
            if (!any) {
                passed++;
                continue;
            }
            if (passed < WIDE) {
                out.writeByte(passed);
            } else {
                out.writeByte(WIDE);
                out.writeInt(passed);
            }
            passed = 0;
            for (int k = 0; k < count; k++) {
                out.writeByte(model.code(slot * count + k));
            }
        }
    }

    static LinearModel read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("this is no linear model");
            }
            int bits = in.readUnsignedByte();
            if (bits != Features.BITS) {
                throw new IllegalArgumentException(
                        "a linear model of 2^" + bits + " slots, not 2^" + Features.BITS);
            }
            int end = bytes.length - Integer.BYTES;
            if (checksum(bytes, end) != trailer(bytes, end)) {
                throw new IllegalArgumentException("the linear model is damaged or cut off");
            }
            String version = in.readUTF();
            double temperature = in.readDouble();
            List<String> classes = new ArrayList<>();
            int count = in.readUnsignedByte();
            if (count > MAX_CLASSES) {
                throw new IllegalArgumentException("a linear model of " + count + " classes");
            }
            for (int k = 0; k < count; k++) {
                classes.add(in.readUTF());
            }
            SortedMap<String, Double> parameters = new TreeMap<>();
            int numbers = in.readUnsignedByte();
            for (int i = 0; i < numbers; i++) {
                parameters.put(in.readUTF(), in.readDouble());
            }
            return new LinearModel(
                    version, classes, temperature, parameters, readWeights(in, count));
        } catch (IOException e) {
            throw new IllegalArgumentException("the linear model is cut off", e);
        }
    }

    private static byte[] readWeights(DataInputStream in, int count) throws IOException {
        byte[] codes = new byte[Features.SLOTS * count];
        int slots = in.readInt();
        int slot = 0;
        for (int i = 0; i < slots; i++) {
            int passed = in.readUnsignedByte();
            slot += passed == WIDE ? in.readInt() : passed;
            if (slot < 0 || slot >= Features.SLOTS) {
                throw new IllegalArgumentException("the linear model has a weight out of range");
            }
            in.readFully(codes, slot * count, count);
            slot++;
        }
        return codes;
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, Math.max(0, end));
        return (int) checksum.getValue();
    }

    private static int trailer(byte[] bytes, int end) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, end, Integer.BYTES))) {
            return in.readInt();
        }
    }
}
