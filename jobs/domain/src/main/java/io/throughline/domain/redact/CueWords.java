package io.throughline.domain.redact;

/**
 * The words behind {@link Cues}, lower case, in the languages that feedback most often comes in:
 * English, German, French, Spanish, Italian, Portuguese, Dutch.
 */
final class CueWords {

    static final String PHONE =
            """
            phone phones telephone tel tél telefon telefonnummer telefonisch telefono teléfono telefone
            telefoon téléphone mobile mobil mob móvil movil cell cellphone cellulare celular portable
            handy handynummer gsm fax sms whatsapp viber dial hotline landline voicemail ph
            call calling callback ring reach text contact ruf rufen anrufen anruf erreichen erreichbar
            appeler appelez appelle joindre joignable llamar llame llamen llamarme chiamare chiamatemi
            chiamate ligar ligue bel bellen bereikbaar phonenumber mobilenumber msisdn
            """;

    static final String REFERENCE =
            """
            order orders flight flights flt flts loss file files claim claims policy policies invoice ref reference référence referenz referencia ticket case account acct
            booking confirmation tracking id ids item sku part serial version model pnr customer
            member membership contract transaction receipt imei vin isbn code zip postcode plz loyalty
            parcel shipment complaint request incident meter article product batch lot quote
            application appointment reservation registration docket coupon voucher batchid barcode ean
            bestellung bestellnummer auftrag auftragsnummer vertrag vertragsnummer kundennummer
            rechnung rechnungsnummer schaden schadennummer sendungsnummer aktenzeichen artikelnummer
            police policennummer commande contrat sinistre facture dossier client colis adhérent
            pedido póliza poliza factura siniestro expediente ordine polizza fattura pratica contratto
            bestelling polis factuur encomenda apólice fatura
            revision build timestamp lat long latitude longitude
            """;

    static final String CARD =
            """
            card cards cc visa mastercard maestro amex discover credit debit kreditkarte karte
            kartennummer carte tarjeta carta cartão kaart pan
            """;

    static final String ADDRESS =
            """
            ip ips ipv address addresses host server router gateway ping dns subnet proxy firewall
            adresse dirección indirizzo
            """;

    static final String VERSION =
            """
            version versions ver v release released firmware build update updated upgrade upgraded
            upgrading ios android app software driver os sdk patch revision rev section chapter
            paragraph clause article kapitel abschnitt versión versione versão versie
            """;

    static final String SOCIAL_SECURITY = "ssn social security";

    static final String HEALTH_SERVICE = "nhs";

    static final String NUMBER = "number numbers nummer num numéro numero número no nr nbr n";

    static final String FILLER =
            """
            is was are were the my our your his her their of for and a an at on under as it s to
            ist war die der mein meine unter est le la mon ma es mi el il mio
            """;

    static final String WHOSE =
            "my our his her their meine unsere ihre seine mon notre son mi nuestro mio il nosso meu mijn";

    private CueWords() {}
}
