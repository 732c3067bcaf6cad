/** What is to be done from time to time, by one replica at a time. */
package io.tocsin.audit.duty;
