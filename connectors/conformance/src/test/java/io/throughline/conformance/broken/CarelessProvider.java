package io.throughline.conformance.broken;

import io.throughline.channels.ChannelMapper;
import io.throughline.channels.MapContext;
import io.throughline.channels.MapperProvider;
import io.throughline.channels.Outcome;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.List;

/** The mapper of notes with faults around it: it keeps every payload, or refuses whole pages. */
public final class CarelessProvider implements MapperProvider {

    @Override
    public String name() {
        return "kit-careless";
    }

    @Override
    public ChannelMapper mapper(Records records) {
        ChannelMapper notes = records.each(new NotesMapper());
        List<byte[]> hoard = new ArrayList<>();
        return new ChannelMapper() {
            @Override
            public List<Outcome> map(RawEnvelope envelope, MapContext context) {
                if (Fault.of(context.source()) == Fault.HOARDS) {
                    hoard.add(envelope.payload().clone());
                }
                List<Outcome> outcomes = notes.map(envelope, context);
                boolean refuses = Fault.of(context.source()) == Fault.REFUSES_THE_PAGE;
                return outcomes.stream()
                        .filter(outcome -> refuses && outcome instanceof Outcome.Rejected)
                        .findFirst()
                        .map(List::of)
                        .orElse(outcomes);
            }
        };
    }
}
