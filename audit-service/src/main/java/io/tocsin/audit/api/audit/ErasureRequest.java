package io.tocsin.audit.api.audit;

/**
 * Who is to be forgotten: at least one of the two.
 *
 * @param userId of somebody who acted
 * @param email an address in resources and changes
 */
record ErasureRequest(String userId, String email) {}
