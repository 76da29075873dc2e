package io.throughline.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a Markdown file of the repository refers to and can be referred to by. An anchor counts when
 * both who reads the file on a code host and who reads it as help on the page get to it: the two
 * make anchors of headings by rules that differ for punctuation.
 *
 * @param file its path from the root of the repository
 * @param destinations of links and images, as written
 * @param anchors of its headings
 * @param html blocks and tags of HTML
 * @param code what is set as code: blocks and words
 */
record Guide(
        Path file,
        List<String> destinations,
        Set<String> anchors,
        List<String> html,
        List<String> code) {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".throughline");

    /** Every Markdown file under a folder that is kept in the repository. */
    static List<Guide> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(root::relativize)
                    .filter(Guide::ours)
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a text, for tests of this reader. */
    static Guide of(Path file, String text) {
        Node document =
                Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
        List<String> destinations = new ArrayList<>();
        List<String> html = new ArrayList<>();
        List<String> code = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        destinations.add(link.getDestination());
                        visitChildren(link);
                    }

                    @Override
                    public void visit(Image image) {
                        destinations.add(image.getDestination());
                    }

                    @Override
                    public void visit(HtmlBlock block) {
                        html.add(block.getLiteral());
                    }

                    @Override
                    public void visit(HtmlInline tag) {
                        html.add(tag.getLiteral());
                    }

                    @Override
                    public void visit(Code word) {
                        code.add(word.getLiteral());
                    }

                    @Override
                    public void visit(FencedCodeBlock block) {
                        code.add(block.getLiteral());
                    }

                    @Override
                    public void visit(IndentedCodeBlock block) {
                        code.add(block.getLiteral());
                    }

                    @Override
                    public void visit(Heading heading) {
                        headings.add(words(heading));
                        visitChildren(heading);
                    }
                });
        return new Guide(file, destinations, anchors(headings), html, code);
    }

    private static Guide read(Path root, Path file) {
        try {
            return of(file, Files.readString(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ours(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> anchors(List<String> headings) {
        IdGenerator ofThePage = IdGenerator.builder().build();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> ofTheHost = new HashSet<>();
        Set<String> both = new HashSet<>();
        for (String heading : headings) {
            String plain =
                    heading.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-');
            int before = seen.merge(plain, 1, Integer::sum) - 1;
            ofTheHost.add(before == 0 ? plain : plain + "-" + before);
            both.add(ofThePage.generateId(heading));
        }
        both.retainAll(ofTheHost);
        return both;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        words.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        words.append(part.getLiteral());
                    }
                });
        return words.toString();
    }
}
