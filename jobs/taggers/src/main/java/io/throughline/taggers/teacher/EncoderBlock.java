package io.throughline.taggers.teacher;

import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Pooling;

/** An encoder's numbers, pooled one way and scaled to length 1. */
record EncoderBlock(Encoder encoder, Pooling pooling) implements Block {

    @Override
    public String id() {
        return encoder.id() + "/" + pooling.id();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }
}
