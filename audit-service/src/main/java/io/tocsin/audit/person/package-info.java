/**
 * What is personal in the log: each person has a key, and what is encrypted with it is readable for as long as the key is there. To
 * erase a person is to delete the key; the log itself holds commitments only, and stays as it is.
 */
package io.tocsin.audit.person;
