/** What tests of every module stand on: real servers instead of mocks, and conditions instead of sleeps. */
package io.tocsin.test;
