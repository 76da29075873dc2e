package io.throughline.taggers.teacher;

/** A part of what the head reads. */
interface Block {

    /** Name in files, e.g. {@code e5-small-v2-q/mean}. */
    String id();

    /** Numbers there are. */
    int dimensions();
}
