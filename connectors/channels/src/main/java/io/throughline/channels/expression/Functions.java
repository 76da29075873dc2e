package io.throughline.channels.expression;

import io.throughline.yaml.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The functions of expressions, by name. */
final class Functions {

    private static final int ANY = Integer.MAX_VALUE;
    private static final TreeMap<String, Signature> BY_NAME = new TreeMap<>();

    /**
     * How a function is called.
     *
     * @param usage as it is shown to people
     * @param maker makes a term of its arguments; refuses those it cannot take
     */
    private record Signature(
            String usage, int fewest, int most, Function<List<Term>, Term> maker) {}

    static {
        add("join(SEPARATOR, a, b…)", 2, ANY, TextFunctions::join);
        add("first(a, b…)", 1, ANY, TextFunctions::first);
        add("lower(a)", 1, 1, TextFunctions::lower);
        add("upper(a)", 1, 1, TextFunctions::upper);
        add("trim(a)", 1, 1, TextFunctions::trim);
        add("html(a)", 1, 1, TextFunctions::html);
        add("replace(a, PATTERN, WITH)", 3, 3, TextFunctions::replace);
        add("match(a, PATTERN)", 2, 2, TextFunctions::match);
        add("split(a, SEPARATOR[, INDEX])", 2, 3, TextFunctions::split);
        add("length(a)", 1, 1, TextFunctions::length);
        add("choose(a, VALUE, RESULT…[, OTHERWISE])", 3, ANY, ValueFunctions::choose);
        add("lookup(LIST, KEY, a)", 2, 3, ValueFunctions::lookup);
        add("json(a)", 1, 1, ValueFunctions::json);
        add("contentHash(a…)", 0, ANY, ValueFunctions::contentHash);
        add("header(NAME)", 1, 1, ValueFunctions::header);
        add("fileName()", 0, 0, ValueFunctions::fileName);
    }

    private Functions() {}

    private static void add(String usage, int fewest, int most, Function<List<Term>, Term> maker) {
        String name = usage.substring(0, usage.indexOf('('));
        BY_NAME.put(name, new Signature(usage, fewest, most, maker));
    }

    /** How each is called, by name. */
    static Map<String, String> usages() {
        Map<String, String> usages = new TreeMap<>();
        BY_NAME.forEach((name, signature) -> usages.put(name, signature.usage()));
        return usages;
    }

    static Term call(String name, List<Term> arguments) {
        Signature signature = BY_NAME.get(name);
        if (signature == null) {
            throw new ExpressionException(
                    "there is no function '" + name + "'" + Nearest.hint(name, BY_NAME.keySet()));
        }
        if (arguments.size() < signature.fewest() || arguments.size() > signature.most()) {
            throw new ExpressionException(
                    name
                            + "() does not take "
                            + arguments.size()
                            + " arguments; write "
                            + signature.usage());
        }
        return signature.maker().apply(arguments);
    }
}
