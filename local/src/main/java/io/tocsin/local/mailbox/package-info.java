/** A mail server for one machine that keeps every mail it is given, and a page that shows them as a mail program would. */
package io.tocsin.local.mailbox;
