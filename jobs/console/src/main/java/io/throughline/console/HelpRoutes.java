package io.throughline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.console.help.Help;
import java.util.List;

/** The guides as help. They come with the program, so they are there before anything else is. */
final class HelpRoutes {

    private final Help help = Help.packed();

    void addTo(RoutesConfig routes) {
        routes.get("/api/help", this::contents);
        routes.get("/api/help/{page}", this::page);
        routes.get("/api/help-images/{image}", this::image);
    }

    private void contents(Context context) {
        List<Entry> pages =
                help.contents().entrySet().stream()
                        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                        .toList();
        LiveJson.send(context, new Contents(pages));
    }

    private void page(Context context) {
        LiveJson.send(
                context,
                help.page(context.pathParam("page"))
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                HttpStatus.NOT_FOUND,
                                                "There is no help page of that name.")));
    }

    private void image(Context context) {
        String name = context.pathParam("image");
        byte[] bytes =
                help.image(name)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                HttpStatus.NOT_FOUND,
                                                "There is no image of that name."));
        context.contentType(type(name))
                .header("Cache-Control", "private, max-age=3600")
                .result(bytes);
    }

    private static String type(String image) {
        if (image.endsWith(".svg")) {
            return "image/svg+xml";
        }
        return image.endsWith(".jpg") ? "image/jpeg" : "image/png";
    }

    /** All guides. */
    record Contents(List<Entry> pages) {}

    /** One guide. */
    record Entry(String id, String title) {}
}
