package org.onrecord.markup;

/** What marked words are to a claim, in the order in which marks of equal extent enclose each other. */
enum Role {
    CONTENT,
    SOURCE,
    CUE
}
