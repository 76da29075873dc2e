package io.throughline.fetch.example;

import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.FetcherContext;
import io.throughline.fetch.FetcherProvider;
import io.throughline.fetch.Item;
import io.throughline.fetch.PollingChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A logbook of which each line is a record; the cursor is the number of lines that were read. */
public final class LogbookProvider implements FetcherProvider {

    @Override
    public String name() {
        return "logbook";
    }

    @Override
    public void check(FetcherContext context) {
        context.required("path");
    }

    @Override
    public ChannelFetcher open(FetcherContext context) {
        Path path = Path.of(context.required("path"));
        return context.polling((cursor, budget) -> page(path, cursor, budget));
    }

    private static PollingChannel.Page page(
            Path path, Map<String, String> cursor, PollingChannel.Budget budget)
            throws IOException {
        List<String> lines = Files.readAllLines(path);
        int from = Integer.parseInt(cursor.getOrDefault("lines", "0"));
        int to = Math.min(lines.size(), from + budget.items());
        List<Item> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            byte[] payload = lines.get(i).getBytes(StandardCharsets.UTF_8);
            items.add(Item.of(path.toString(), i, payload));
        }
        return new PollingChannel.Page(
                items,
                Map.of("lines", Integer.toString(to)),
                to < lines.size() ? PollingChannel.More.YES : PollingChannel.More.NOT_NOW);
    }
}
