package org.onrecord.claim.tagger;

/** The place of each feature among those a model knows; open addressing over its hash. Immutable. */
final class FeatureIndex {
    private final int[] keys;
    private final int[] slots;
    private final int[] places;

    /** @param keys distinct hashes; a key's place is its index */
    FeatureIndex(int[] keys) {
        this.keys = keys;
        int size = Integer.highestOneBit(Math.max(8, keys.length)) << 2;
        slots = new int[size];
        places = new int[size];
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            while (places[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = keys[i];
            places[slot] = i + 1;
        }
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B1;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }

    /** The feature's place, or -1 when it is not known. */
    int find(int key) {
        int slot = slot(key);
        while (places[slot] != 0) {
            if (slots[slot] == key) {
                return places[slot] - 1;
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
