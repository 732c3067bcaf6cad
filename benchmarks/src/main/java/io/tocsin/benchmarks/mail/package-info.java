/** How soon an alert becomes a mail, and how many mails a second, next to Alertmanager. */
package io.tocsin.benchmarks.mail;
