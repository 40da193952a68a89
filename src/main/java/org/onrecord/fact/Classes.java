package org.onrecord.fact;

import java.util.HashMap;
import java.util.Map;

/** Disjoint sets of strings (union-find with path halving). Which element stands for a set is not told to anybody. */
final class Classes {
    private final Map<String, String> parents = new HashMap<>();

    String find(String element) {
        String at = element;
        String up = parents.getOrDefault(at, at);
        while (!up.equals(at)) {
            String over = parents.getOrDefault(up, up);
            parents.put(at, over);
            at = over;
            up = parents.getOrDefault(at, at);
        }
        return at;
    }

    void join(String a, String b) {
        String left = find(a);
        String right = find(b);
        if (left.compareTo(right) < 0) {
            parents.put(right, left);
        } else if (right.compareTo(left) < 0) {
            parents.put(left, right);
        }
    }
}
