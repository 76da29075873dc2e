package io.throughline.domain.redact;

/** Kinds of personal data, named as Presidio does. */
enum Entity {
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    CREDIT_CARD,
    IBAN_CODE,
    IP_ADDRESS,
    MAC_ADDRESS,
    US_SSN,
    UK_NINO,
    UK_NHS,
    /** A password, key or token in a link. */
    URL_SECRET;

    /** What stands in the text instead. */
    String placeholder() {
        return "[" + name() + "]";
    }
}
