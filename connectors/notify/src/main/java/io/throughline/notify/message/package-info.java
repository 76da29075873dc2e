/**
 * Alerts as messages that stand alone: one neutral model, and what makes text, mail, chat and
 * Alertmanager's payloads of it. Pure: nothing here sends anything.
 */
package io.throughline.notify.message;
