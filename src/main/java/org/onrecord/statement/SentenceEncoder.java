package org.onrecord.statement;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sentences to embeddings by bge-small-en-v1.5 (Xiao et al. 2023), quantised to int8, mean-pooled.
 *
 * <p>One sentence at a time on one thread: in a batch this model's dynamic quantisation changes the vectors. The
 * model is loaded once a process and shared; encoding is safe from any thread, and the latest results are kept.
 */
public final class SentenceEncoder {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /** Sentences are shorter; what runs on after this many tokens adds time and no meaning. */
    private static final int MAX_TOKENS = 256;

    private static final int KEPT = 4096;

    private final Map<String, Embedding> memo = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > KEPT;
        }
    };
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private SentenceEncoder() throws IOException, OrtException {
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = resource(MODEL);
                InputStream vocabulary = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        }
    }

    /** The encoder of this process; the first call loads the model. */
    public static SentenceEncoder shared() {
        return Loaded.ENCODER;
    }

    /** The embedding of {@code text}; {@link Embedding#NONE} if it is blank. */
    public Embedding encode(String text) {
        if (text.isBlank()) {
            return Embedding.NONE;
        }
        synchronized (memo) {
            Embedding known = memo.get(text);
            if (known != null) {
                return known;
            }
        }
        Embedding embedding = run(text);
        synchronized (memo) {
            memo.put(text, embedding);
        }
        return embedding;
    }

    private Embedding run(String text) {
        Encoding encoding = tokenizer.encode(text);
        long[][] ids = {cut(encoding.getIds())};
        long[][] ones = {new long[ids[0].length]};
        Arrays.fill(ones[0], 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][ids[0].length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return Embedding.quantise(mean(((float[][][]) result.get(0).getValue())[0]));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed", e);
        }
    }

    private static long[] cut(long[] ids) {
        if (ids.length <= MAX_TOKENS) {
            return ids;
        }
        long[] head = Arrays.copyOf(ids, MAX_TOKENS);
        head[MAX_TOKENS - 1] = ids[ids.length - 1];
        return head;
    }

    /** The length does not matter: quantising normalises. */
    private static float[] mean(float[][] states) {
        float[] sum = new float[Embedding.SIZE];
        for (float[] state : states) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += state[i];
            }
        }
        return sum;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = SentenceEncoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("not on the class path: " + name);
        }
        return in;
    }

    private static final class Loaded {
        static final SentenceEncoder ENCODER = load();

        private static SentenceEncoder load() {
            try {
                return new SentenceEncoder();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the sentence encoder cannot be loaded", e);
            }
        }
    }
}
