package io.throughline.elasticsearch;

/**
 * Which server answers.
 *
 * @param version such as {@code 8.19.2}
 * @param distribution {@code elasticsearch}, or what a fork calls itself
 * @param flavor {@code serverless} where versions mean nothing
 */
public record ClusterIdentity(String version, String distribution, String flavor) {

    private static final int MAJOR = 8;
    private static final int MINOR = 19;

    /** Whether it is one that Throughline is made for: Elasticsearch 8.19 or newer. */
    public boolean suits() {
        return isElasticsearch() && (flavor.equals("serverless") || atLeast());
    }

    public boolean isElasticsearch() {
        return distribution.equals("elasticsearch");
    }

    private boolean atLeast() {
        String[] parts = version.split("[.-]");
        try {
            int major = Integer.parseInt(parts[0]);
            return major > MAJOR || major == MAJOR && Integer.parseInt(parts[1]) >= MINOR;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }
}
