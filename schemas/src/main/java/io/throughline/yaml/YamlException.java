package io.throughline.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A YAML file that cannot be used; says everything that is wrong with it, a problem a line. */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<YamlProblem> problems;

    YamlException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Never empty. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
