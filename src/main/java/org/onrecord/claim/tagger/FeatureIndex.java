package org.onrecord.claim.tagger;

/** The place of each feature among those a model knows; open addressing over its hash. Immutable. */
final class FeatureIndex {
    private final int[] keys;
    /** A hash and its place from 1 on, side by side, so that a look-up touches memory once; 0 is free. */
    private final long[] slots;

    /** @param keys distinct hashes; a key's place is its index */
    FeatureIndex(int[] keys) {
        this.keys = keys;
        int size = Integer.highestOneBit(Math.max(8, keys.length)) << 2;
        slots = new long[size];
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = (long) keys[i] << 32 | (i + 1);
        }
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B1;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }

    /** The feature's place, or -1 when it is not known. */
    int find(int key) {
        int slot = slot(key);
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((int) (found >>> 32) == key) {
                return (int) found - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    int size() {
        return keys.length;
    }

    int key(int place) {
        return keys[place];
    }
}
