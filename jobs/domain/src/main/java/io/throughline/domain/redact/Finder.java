package io.throughline.domain.redact;

/**
 * Finds one kind of personal data. Takes time linear in the text whatever the text is: a finder
 * starts from an anchor and looks a bounded way around it.
 */
interface Finder {

    void find(Scan scan);
}
