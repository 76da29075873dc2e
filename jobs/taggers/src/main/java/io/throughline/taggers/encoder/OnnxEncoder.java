package io.throughline.taggers.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.model.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An encoder run by ONNX Runtime in this process.
 *
 * <p>The session gets no threads of its own: by default ONNX Runtime starts as many as there are
 * processors, which spin while they wait and take the machine from the job's other slots. Nor does
 * it keep an arena, which saves a tenth of the memory and costs no time.
 */
final class OnnxEncoder implements Encoder {

    private final EncoderModel model;
    private final String sha256;
    private final WordPieces pieces;
    private final int[] prefix;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final int dimensions;

    private OnnxEncoder(
            EncoderModel model,
            String sha256,
            WordPieces pieces,
            OrtEnvironment environment,
            OrtSession session) {
        this.model = model;
        this.sha256 = sha256;
        this.pieces = pieces;
        this.prefix = pieces.of(model.prefix(), MAX_CHARS, MAX_PIECES);
        this.environment = environment;
        this.session = session;
        this.inputs = session.getInputNames();
        this.dimensions = pool("").mean().length;
    }

    /**
     * Reads the network and starts the native library.
     *
     * @throws EngineUnavailableException when either cannot be had
     */
    static OnnxEncoder load(EncoderModel model) {
        byte[] network = resource(model, model.network());
        WordPieces pieces = WordPieces.read(resource(model, model.tokenizer()));
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                OrtSession session = environment.createSession(network, options);
                return new OnnxEncoder(model, Hashes.sha256(network), pieces, environment, session);
            }
        } catch (OrtException | RuntimeException | LinkageError e) {
            throw new EngineUnavailableException(
                    "ONNX Runtime cannot run "
                            + model.id()
                            + " on "
                            + System.getProperty("os.name")
                            + " "
                            + System.getProperty("os.arch")
                            + ": it has native libraries for Linux and macOS on x86-64 and arm64 and for"
                            + " Windows on x86-64, unpacks them into "
                            + System.getProperty("java.io.tmpdir")
                            + ", which must allow execution (else set -Djava.io.tmpdir), and loads in one"
                            + " class loader only (put the taggers into Flink's lib/). Or choose an engine"
                            + " without an encoder, such as student",
                    e);
        }
    }

    private static byte[] resource(EncoderModel model, String name) {
        try (InputStream in = OnnxEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new EngineUnavailableException(
                        "the sentence encoder "
                                + model.id()
                                + " is not on the class path: add the jar that holds "
                                + name.substring(1));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new EngineUnavailableException(name + " cannot be read from its jar", e);
        }
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public float[] embed(String text) {
        return Vectors.unit(pool(text).by(model.pooling()));
    }

    @Override
    public Pooled pool(String text) {
        int[] words = pieces.of(text, MAX_CHARS, MAX_PIECES - prefix.length - 2);
        long[] ids = new long[prefix.length + words.length + 2];
        ids[0] = pieces.begin();
        for (int i = 0; i < prefix.length; i++) {
            ids[1 + i] = prefix[i];
        }
        for (int i = 0; i < words.length; i++) {
            ids[1 + prefix.length + i] = words[i];
        }
        ids[ids.length - 1] = pieces.end();
        try {
            return run(ids);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    model.id() + " failed on " + ids.length + " word pieces", e);
        }
    }

    private Pooled run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> given = new HashMap<>();
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            given.put("input_ids", tokens);
            given.put("attention_mask", mask);
            if (inputs.contains("token_type_ids")) {
                given.put("token_type_ids", types);
            }
            try (OrtSession.Result result = session.run(given)) {
                return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
            }
        }
    }

    /** Sums in double and in the order of the pieces: the same on every machine. */
    private static Pooled pooled(FloatBuffer numbers, int pieces) {
        int size = numbers.remaining() / pieces;
        double[] sums = new double[size];
        float[] first = new float[size];
        float[] max = new float[size];
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        float[] row = new float[size];
        for (int piece = 0; piece < pieces; piece++) {
            numbers.get(row);
            boolean between = pieces <= 2 || (piece > 0 && piece < pieces - 1);
            for (int i = 0; i < size; i++) {
                sums[i] += row[i];
                if (piece == 0) {
                    first[i] = row[i];
                }
                if (between) {
                    max[i] = Math.max(max[i], row[i]);
                }
            }
        }
        float[] mean = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = (float) (sums[i] / pieces);
        }
        return new Pooled(pieces, mean, first, max);
    }
}
