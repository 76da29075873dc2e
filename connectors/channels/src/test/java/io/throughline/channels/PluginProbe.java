package io.throughline.channels;

import java.util.function.Supplier;

/** Runs beside plug-ins, in a class loader of its own, and tells what is there as text. */
public final class PluginProbe implements Supplier<String> {

    @Override
    public String get() {
        StringBuilder told = new StringBuilder();
        told.append(Mappers.names()).append('\n');
        ChannelCatalog.builtIn().all().forEach(each -> told.append(each.id()).append(' '));
        ChannelParser parser =
                new ChannelParser(
                        ChannelCatalog.builtIn().find("acme").orElseThrow(), Fixtures.AUTHORS);
        parser.parse(Fixtures.envelope("acme", "{\"n\": 7, \"say\": \"hello\"}"))
                .forEach(outcome -> told.append('\n').append(OutcomeLine.of(outcome)));
        return told.toString();
    }
}
