package org.onrecord.statement;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sentences to embeddings by bge-small-en-v1.5 (Xiao et al. 2023) trained further on wordings of facts, quantised to
 * int8, mean-pooled; docs/matcher.md is its model card.
 *
 * <p>One sentence at a time on one thread: in a batch this model's dynamic quantisation changes the vectors. The
 * model is loaded once a process and shared; encoding is safe from any thread, and the latest results are kept.
 */
public final class SentenceEncoder {
    private static final String MODEL = "sentence-encoder.onnx";
    private static final String TOKENIZER = "sentence-encoder-tokenizer.json";

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

    private SentenceEncoder(byte[] model) throws IOException, OrtException {
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream vocabulary = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
            tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        }
    }

    /**
     * Another encoder, as {@code sentence_encoder.py} writes them.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if it is no such model
     */
    public static SentenceEncoder read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    private static SentenceEncoder of(byte[] model) throws IOException {
        try {
            return new SentenceEncoder(model);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder cannot be loaded", e);
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

    /** As {@link #encode} the first time. */
    Embedding run(String text) {
        long[] ids = cut(tokenizer.encode(text).getIds());
        try (OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), new long[] {ids.length});
                OrtSession.Result result = session.run(Map.of("pieces", pieces))) {
            return Embedding.quantise((float[]) result.get(0).getValue());
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
            try (InputStream model = resource(MODEL)) {
                return of(model.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
