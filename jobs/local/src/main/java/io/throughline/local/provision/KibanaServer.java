package io.throughline.local.provision;

import io.throughline.kibana.api.KibanaClient;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Kibana that is fit to be given dashboards. */
public final class KibanaServer {

    private static final int MAJOR = 8;
    private static final int MINOR = 19;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})([.-].*)?");

    private KibanaServer() {}

    /**
     * Asks which version it is.
     *
     * @throws ProvisionException with what to do when it is too old
     */
    public static void check(KibanaClient kibana) {
        String version = kibana.version();
        if (version.isEmpty()) {
            throw new ProvisionException(
                    "Kibana does not tell these credentials its version, so it does not know them;"
                            + " give it an API key with --kibana-api-key-file, or the one of"
                            + " --api-key-file the privileges that ./throughline provision"
                            + " --privileges prints.");
        }
        Matcher form = VERSION.matcher(version);
        if (!form.matches()) {
            throw new ProvisionException(
                    "this Kibana calls itself version '"
                            + version
                            + "', which is none: take a released one, 8.19 or newer. Nothing was"
                            + " changed.");
        }
        int major = Integer.parseInt(form.group(1));
        if (major < MAJOR || major == MAJOR && Integer.parseInt(form.group(2)) < MINOR) {
            throw new ProvisionException(
                    "this is Kibana "
                            + version
                            + ", and the dashboards are made for 8.19 and newer: upgrade it first.");
        }
    }
}
