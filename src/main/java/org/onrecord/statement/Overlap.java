package org.onrecord.statement;

import java.util.Arrays;

/** What the words of two sketches have in common, weighted by how much they tell. */
final class Overlap {
    private static final int TOPIC = 4;

    private final Terms a;
    private final Terms b;
    private final int[] atA;
    private final int[] atB;
    private int count;

    int shared;
    int sharedMost;
    int sharedPlain;
    int sharedPlainMost;
    int sharedNames;
    int openingA;
    int openingB;
    /** As {@link #shared}, but words that either article is about count for little: all its claims have them. */
    int sharedOwn;

    int ownA;
    int ownB;
    private int plainA;
    private int plainB;

    Overlap(Terms a, Terms b) {
        this.a = a;
        this.b = b;
        atA = new int[Math.min(a.ids.length, b.ids.length)];
        atB = new int[atA.length];
        int i = 0;
        int j = 0;
        while (i < a.ids.length && j < b.ids.length) {
            int order = Integer.compare(a.ids[i], b.ids[j]);
            if (order == 0) {
                share(i, j);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        ownA = own(a);
        ownB = own(b);
        plainA = plain(a);
        plainB = plain(b);
    }

    private void share(int i, int j) {
        int weight = a.weights[i];
        atA[count] = a.positions[i];
        atB[count] = b.positions[j];
        count++;
        shared += weight;
        sharedOwn += own(a.ids[i], weight);
        sharedMost = Math.max(sharedMost, weight);
        if (a.named[i] || b.named[j]) {
            sharedNames += weight;
        } else {
            sharedPlain += weight;
            sharedPlainMost = Math.max(sharedPlainMost, weight);
        }
        openingA += a.positions[i] < a.opening ? weight : 0;
        openingB += b.positions[j] < b.opening ? weight : 0;
    }

    private int own(Terms terms) {
        int sum = 0;
        for (int i = 0; i < terms.ids.length; i++) {
            sum += own(terms.ids[i], terms.weights[i]);
        }
        return sum;
    }

    private int own(int id, int weight) {
        boolean topic = Arrays.binarySearch(a.topic, id) >= 0 || Arrays.binarySearch(b.topic, id) >= 0;
        return topic ? weight / TOPIC : weight;
    }

    private static int plain(Terms terms) {
        int sum = 0;
        for (int i = 0; i < terms.ids.length; i++) {
            sum += terms.named[i] ? 0 : terms.weights[i];
        }
        return sum;
    }

    int count() {
        return count;
    }

    int dice() {
        return ratio(2 * shared, a.weight + b.weight);
    }

    /** Of the words that are in no name. */
    int plainDice() {
        return plainA + plainB == 0 ? 1000 : ratio(2 * sharedPlain, plainA + plainB);
    }

    /** The share of pairs of common words that stand the other way round, in thousandths. */
    int inversions() {
        int turned = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                turned += (atA[i] < atA[j]) == (atB[i] < atB[j]) ? 0 : 1;
            }
        }
        return ratio(turned, count * (count - 1) / 2);
    }

    /** In thousandths; 0 of nothing. */
    static int ratio(int part, int whole) {
        return whole == 0 ? 0 : (int) (1000L * part / whole);
    }
}
