package io.throughline.channels;

/**
 * A mapper written in Java that channels name with {@code mapper: NAME}. Found by {@link
 * java.util.ServiceLoader}: a jar on the class path that lists its class in {@code
 * META-INF/services/io.throughline.channels.MapperProvider} adds one. Most implement {@link
 * RecordMapper}, which leaves splitting and guarding to what is there.
 */
public interface MapperProvider {

    /** The name in a definition: lower-case letters, digits and hyphens; unique on a class path. */
    String name();

    /**
     * The mapper of one channel.
     *
     * @param records makes mappers of records
     */
    ChannelMapper mapper(Records records);

    /** Reads envelopes as documents of records, with the guards that are the same for all. */
    interface Records {

        /** A mapper that decodes, splits and hands over one record at a time. */
        ChannelMapper each(RecordMapper mapper);
    }
}
