/** Who was told what, when, and what the mail server answered. */
package io.tocsin.notifier.search;
