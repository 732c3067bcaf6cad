/**
 * Turns a notification into the mail which one recipient reads. The same delivery yields the same mail, byte for byte in what
 * identifies it (Message-ID, Date, Subject, References), however often it is made.
 */
package io.tocsin.notifier.mail;
