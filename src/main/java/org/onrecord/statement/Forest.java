package org.onrecord.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gradient-boosted decision trees (Friedman 2001) over whole numbers: every threshold and every leaf is an integer, so
 * the sum is the same on every machine. Immutable.
 */
final class Forest {
    private final Tree[] trees;

    /**
     * A complete binary tree, its nodes in level order; the children of node i are 2i + 1 and 2i + 2. Each inner node
     * asks for a feature, and a value at or under its threshold goes left; a leaf adds thousandths of a logit.
     */
    static final class Tree {
        private final int[] features;
        private final int[] thresholds;
        private final int[] leaves;

        Tree(int[] features, int[] thresholds, int[] leaves) {
            this.features = features;
            this.thresholds = thresholds;
            this.leaves = leaves;
        }

        int leaf(int[] values) {
            int node = 0;
            while (node < features.length) {
                node = 2 * node + (values[features[node]] <= thresholds[node] ? 1 : 2);
            }
            return leaves[node - features.length];
        }
    }

    Forest(List<Tree> trees) {
        this.trees = trees.toArray(Tree[]::new);
    }

    /** The sum of the leaves that {@code values} reach, in thousandths of a logit. */
    int logit(int[] values) {
        int sum = 0;
        for (Tree tree : trees) {
            sum += tree.leaf(values);
        }
        return sum;
    }

    /** One tree a line: its features, thresholds and leaves. */
    void write(PrintWriter out) {
        for (Tree tree : trees) {
            out.println(list(tree.features) + '\t' + list(tree.thresholds) + '\t' + list(tree.leaves));
        }
    }

    /**
     * What {@link #write} wrote; lines that start with # are comments.
     *
     * @throws IllegalArgumentException if a line is no tree
     */
    static Forest read(BufferedReader in) throws IOException {
        List<Tree> trees = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split("\t", -1);
                if (parts.length != 3) {
                    throw new IllegalArgumentException("not a tree: " + line);
                }
                trees.add(new Tree(numbers(parts[0]), numbers(parts[1]), numbers(parts[2])));
            }
        }
        return new Forest(trees);
    }

    private static String list(int[] numbers) {
        return String.join(" ", IntStream.of(numbers).mapToObj(String::valueOf).toList());
    }

    private static int[] numbers(String list) {
        return List.of(list.split(" ", -1)).stream().mapToInt(Integer::parseInt).toArray();
    }
}
