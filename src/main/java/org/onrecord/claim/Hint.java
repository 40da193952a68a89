package org.onrecord.claim;

import java.util.List;
import java.util.Optional;

/**
 * Who says what in one sentence by the look of its words, in token ranges.
 *
 * @param content ascending; at least one
 * @param source empty when the words do not name one
 * @param cue the words of attribution
 * @param extent everything that belongs to the attribution but its content
 * @param addressee who is told
 * @param denies whether the cue denies
 * @param form how it stands to other attributions of the unit
 */
record Hint(
        List<Range> content,
        Optional<Range> source,
        Range cue,
        Range extent,
        Optional<Range> addressee,
        boolean denies,
        Form form) {
    enum Form {
        /** The source stands before its content. */
        LEADING,
        /** It follows its content, or interrupts it. */
        TRAILING,
        /** It goes on from the attribution before, with that one's source. */
        SHARED
    }

    Hint {
        content = List.copyOf(content);
    }

    Hint withContent(List<Range> other) {
        return new Hint(other, source, cue, extent, addressee, denies, form);
    }

    /** The same in a unit in which {@code by} words come before. */
    Hint shifted(int by) {
        return new Hint(
                content.stream().map(part -> part.shifted(by)).toList(),
                source.map(range -> range.shifted(by)),
                cue.shifted(by),
                extent.shifted(by),
                addressee.map(range -> range.shifted(by)),
                denies,
                form);
    }

    boolean contentContains(Range range) {
        return content.stream().anyMatch(part -> part.contains(range));
    }
}
