/**
 * The wire records of the ThousandEyes API v7, in its own words. Ids are strings, instants are written in UTC with seconds
 * ({@code 2022-07-17T22:00:54Z}), absent members are left out, lists and {@code _links} never are.
 */
package io.tocsin.dialects.thousandeyes;
