package org.onrecord.statement;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sentences a second on one core through bge-small, tokenizing included: quantised to int8 or not, one by one or all in
 * one batch, padded to the longest; and one by one as shipped. The memo of {@link SentenceEncoder} is not in the way.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class EncoderBenchmark {
    private static final int SENTENCES = 12;

    @Param({"int8", "float"})
    private String model;

    private OrtEnvironment environment;
    private OrtSession session;
    private HuggingFaceTokenizer tokenizer;

    @Setup
    public void load() throws IOException, OrtException {
        if (Sample.SENTENCES.size() != SENTENCES) {
            throw new IllegalStateException("the sample has " + Sample.SENTENCES.size() + " sentences");
        }
        environment = OrtEnvironment.getEnvironment();
        String name = model.equals("int8") ? "/bge-small-en-v1.5-q.onnx" : "/bge-small-en-v1.5.onnx";
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream weights = EncoderBenchmark.class.getResourceAsStream(name);
                InputStream vocabulary =
                        EncoderBenchmark.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(weights.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public float oneByOne() throws OrtException {
        float sum = 0;
        for (String sentence : Sample.SENTENCES) {
            sum += encode(List.of(sentence));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public float batched() throws OrtException {
        return encode(Sample.SENTENCES);
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public int shipped() {
        int sum = 0;
        for (String sentence : Sample.SENTENCES) {
            sum += SentenceEncoder.shared().run(sentence).hashCode();
        }
        return sum;
    }

    private float encode(List<String> sentences) throws OrtException {
        List<Encoding> encodings = sentences.stream().map(tokenizer::encode).toList();
        int longest = encodings.stream().mapToInt(e -> e.getIds().length).max().orElse(0);
        long[][] ids = new long[encodings.size()][];
        long[][] mask = new long[encodings.size()][longest];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Arrays.copyOf(encodings.get(i).getIds(), longest);
            Arrays.fill(mask[i], 0, encodings.get(i).getIds().length, 1);
        }
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids);
                OnnxTensor ones = OnnxTensor.createTensor(environment, mask);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[ids.length][longest]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", ones, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0][0][0];
        }
    }
}
