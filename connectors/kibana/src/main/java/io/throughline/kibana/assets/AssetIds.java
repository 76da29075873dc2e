package io.throughline.kibana.assets;

/**
 * Ids of the saved objects of a journey. Each journey has its own, so that two journeys in one
 * Kibana do not take each other's names of stages.
 */
record AssetIds(String journey) {

    String now() {
        return of("now");
    }

    String stage() {
        return of("stage");
    }

    String alerts() {
        return of("alerts");
    }

    String pipeline() {
        return of("pipeline");
    }

    String tag() {
        return of("tag");
    }

    String verbatims() {
        return of("verbatims");
    }

    String openAlerts() {
        return of("open-alerts");
    }

    String alertHistory() {
        return of("alert-history");
    }

    String alertDrivers() {
        return of("alert-drivers");
    }

    DataView feedback() {
        return new DataView(of("cx-feedback"), "occurredAt");
    }

    DataView signals() {
        return new DataView(of("cx-signals"), "windowStart");
    }

    DataView alertDocuments() {
        return new DataView(of("cx-alerts"), "firedAt");
    }

    DataView deadLetters() {
        return new DataView(of("cx-dead-letters"), "observedAt");
    }

    private String of(String what) {
        return "throughline-" + journey + "-" + what;
    }
}
