package org.onrecord.resolution;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.SketchCache;

/**
 * Makes {@code cells.bin} and {@code embedding-mean.txt} from unlabelled news: spherical k-means (Dhillon and Modha
 * 2001) over embeddings less their mean. Arguments: the folder of the evaluation data, a file to keep sketches in, the
 * folder to write to. One seed and no race: the same sentences give the same files.
 */
public final class CellTrainer {
    private static final int SENTENCES = 40_000;
    private static final int CELLS = 256;
    private static final int ROUNDS = 10;
    private static final long SEED = 20260301L;
    private static final double MEAN_SCALE = 10_000;

    private CellTrainer() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: CellTrainer EVALUATION_FOLDER SKETCH_FILE OUTPUT_FOLDER");
            System.exit(2);
        }
        EvaluationData data = new EvaluationData(Path.of(args[0]));
        if (!data.missing().isEmpty()) {
            System.err.println("not there: " + String.join(", ", data.missing()) + " under " + args[0]);
            System.exit(2);
        }
        List<String> sentences = data.sentences(100_000).subList(0, SENTENCES);
        Map<String, Sketch> sketches = new SketchCache(Path.of(args[1])).of(sentences);
        double[][] points = sentences.stream()
                .map(sentence -> unit(doubles(sketches.get(sentence).embedding().toBytes())))
                .toArray(double[][]::new);
        double[] mean = mean(points);
        double[][] centred = IntStream.range(0, points.length)
                .mapToObj(i -> unit(minus(points[i], mean)))
                .toArray(double[][]::new);
        Path folder = Files.createDirectories(Path.of(args[2]));
        Files.write(folder.resolve("cells.bin"), bytes(centres(centred)));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("embedding-mean.txt")))) {
            out.println("# The mean embedding, each of length " + (int) MEAN_SCALE + "; cells.md has the origin.");
            for (double value : mean) {
                out.println(Math.round(MEAN_SCALE * value));
            }
        }
    }

    private static double[][] centres(double[][] points) {
        double[][] centres = new Random(SEED)
                .ints(0, points.length)
                .distinct()
                .limit(CELLS)
                .mapToObj(i -> points[i].clone())
                .toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] now = centres;
            int[] cell = IntStream.range(0, points.length)
                    .parallel()
                    .map(i -> nearest(now, points[i]))
                    .toArray();
            double[][] sums = new double[CELLS][points[0].length];
            for (int i = 0; i < points.length; i++) {
                add(sums[cell[i]], points[i]);
            }
            centres = IntStream.range(0, CELLS)
                    .mapToObj(k -> dot(sums[k], sums[k]) == 0 ? now[k] : unit(sums[k]))
                    .toArray(double[][]::new);
            System.err.println("round " + (round + 1) + " of " + ROUNDS);
        }
        return centres;
    }

    private static int nearest(double[][] centres, double[] point) {
        int best = 0;
        double closest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            double closeness = dot(centres[k], point);
            if (closeness > closest) {
                best = k;
                closest = closeness;
            }
        }
        return best;
    }

    /** One scale for all centres, so that their lengths stay alike. */
    private static byte[] bytes(double[][] centres) {
        double largest = 0;
        for (double[] centre : centres) {
            for (double value : centre) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        byte[] bytes = new byte[centres.length * centres[0].length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(127 * centres[i / centres[0].length][i % centres[0].length] / largest);
        }
        return bytes;
    }

    private static double[] mean(double[][] points) {
        double[] sum = new double[points[0].length];
        for (double[] point : points) {
            add(sum, point);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= points.length;
        }
        return sum;
    }

    private static double[] doubles(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToDouble(i -> bytes[i]).toArray();
    }

    private static double[] minus(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray();
    }

    private static double[] unit(double[] x) {
        double length = Math.sqrt(dot(x, x));
        return IntStream.range(0, x.length)
                .mapToDouble(i -> length == 0 ? 0 : x[i] / length)
                .toArray();
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static void add(double[] sum, double[] x) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += x[i];
        }
    }
}
