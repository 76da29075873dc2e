package io.throughline.console.help;

import io.throughline.console.help.HelpPage.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The guides on the class path, which the build puts there, as HTML. Markdown only: HTML in a guide
 * is shown as text, so that the page's policy on content holds whatever a guide says. Headings keep
 * their level; the page has the title above them.
 */
public final class Help {

    private static final String FOLDER = "/help/";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)*");
    private static final Pattern IMAGE =
            Pattern.compile("[A-Za-z0-9_-]+([/:][A-Za-z0-9_-]+)*\\.(png|svg|jpg)");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final List<String> ids;
    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

    private Help(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    /** The guides that the build packed. */
    public static Help packed() {
        return new Help(HelpFiles.ids());
    }

    static boolean isImage(String path) {
        return IMAGE.matcher(path).matches();
    }

    /** Titles of all guides by their ids, in the order in which somebody new would read them. */
    public Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String id : ids) {
            read(id).ifPresent(text -> contents.put(id, title(id, parser.parse(text))));
        }
        return contents;
    }

    /** The guide of an id; empty when there is none. */
    public Optional<HelpPage> page(String id) {
        return read(id).map(text -> page(id, parser.parse(text)));
    }

    /**
     * The bytes of an image of the guides; empty when there is none.
     *
     * @param path with colons or slashes
     */
    public Optional<byte[]> image(String path) {
        return isImage(path) ? resource(path.replace(':', '/')) : Optional.empty();
    }

    private Optional<String> read(String id) {
        return ID.matcher(id).matches()
                ? resource(id.replace(':', '/') + ".md")
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<byte[]> resource(String path) {
        try (InputStream in = Help.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HelpPage page(String id, Node guide) {
        String title = title(id, guide);
        List<Heading> headings = anchors(guide);
        Node first = guide.getFirstChild();
        if (first instanceof org.commonmark.node.Heading heading && heading.getLevel() == 1) {
            first.unlink();
        }
        relink(guide, new HelpLinks(id, other -> read(other).isPresent()));
        Map<org.commonmark.node.Heading, String> ids = new LinkedHashMap<>();
        headingsOf(guide).forEach((node, heading) -> ids.put(node, heading.anchor()));
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .attributeProviderFactory(context -> anchorsOf(ids))
                        .build();
        return new HelpPage(id, title, renderer.render(guide), headings);
    }

    private static AttributeProvider anchorsOf(Map<org.commonmark.node.Heading, String> ids) {
        return (node, tag, attributes) -> {
            if (node instanceof org.commonmark.node.Heading heading && ids.containsKey(heading)) {
                attributes.put("id", "at-" + ids.get(heading));
            }
        };
    }

    private static List<Heading> anchors(Node guide) {
        return headingsOf(guide).values().stream().filter(one -> one.level() > 1).toList();
    }

    private static Map<org.commonmark.node.Heading, Heading> headingsOf(Node guide) {
        IdGenerator generator = IdGenerator.builder().build();
        Map<org.commonmark.node.Heading, Heading> headings = new LinkedHashMap<>();
        guide.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(org.commonmark.node.Heading heading) {
                        String text = text(heading);
                        headings.put(
                                heading,
                                new Heading(heading.getLevel(), text, generator.generateId(text)));
                    }
                });
        return headings;
    }

    private static void relink(Node guide, HelpLinks links) {
        List<Node> plain = new ArrayList<>();
        guide.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        link.setDestination(links.link(link.getDestination()));
                        if (link.getDestination().isEmpty()) {
                            plain.add(link);
                        }
                        visitChildren(link);
                    }

                    @Override
                    public void visit(Image image) {
                        image.setDestination(links.image(image.getDestination()));
                        if (image.getDestination().isEmpty()) {
                            plain.add(image);
                        }
                    }
                });
        plain.forEach(Help::replaceByChildren);
    }

    private static void replaceByChildren(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }

    private static String title(String id, Node guide) {
        return guide.getFirstChild() instanceof org.commonmark.node.Heading heading
                ? text(heading)
                : id;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        text.append(part.getLiteral());
                    }
                });
        return text.toString();
    }
}
