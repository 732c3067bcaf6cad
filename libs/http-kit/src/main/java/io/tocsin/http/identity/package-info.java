/**
 * Who is calling. A resource says {@link io.tocsin.http.identity.Authenticated @Authenticated} and asks
 * {@link io.tocsin.http.identity.Caller}; a dialect with headers of its own asks {@link io.tocsin.http.identity.Identity}.
 *
 * <h2>Filters of dialects</h2> An asynchronous filter must not fail: Quarkus would forget which resource was meant, and with it the
 * exception mappers inside that resource. It calls {@code caller.refuse(failure)} and recovers; a second, synchronous filter
 * behind it asks {@code caller.principal()}, which throws. {@link io.tocsin.http.identity.AuthenticationFilter} shows how.
 *
 * <h2>Key file</h2> {@code tocsin.identity.keys-file} names a YAML file with the SHA-256 hashes of random keys. It is read again
 * within a second of a change; a file that became wrong leaves the keys as they were and says so in the log.
 *
 * <pre>
 * keys:
 *   - name: ci                   # twice at most, so that one key can replace another
 *     sha256: 9f86d081884c7d65…  # printf %s "$KEY" | sha256sum
 *     organization: acme
 *     user: {id: 7, name: Ann, email: ann@acme.example}
 *     accountGroups:
 *       - {id: 11, name: Network}
 *     defaultAccountGroup: 11    # default: the first
 *     permissions: [ingest-events, view-events]
 *     expiresAt: 2027-01-31T00:00:00Z   # optional
 * </pre>
 *
 * <h2>JWT</h2> {@code mp.jwt.verify.publickey.location} is the JWKS URL of an identity provider or a {@code file:} URL of its public
 * key; {@code mp.jwt.verify.issuer} and {@code mp.jwt.verify.audiences} are required in production.
 *
 * <pre>
 * sub                              user id (required)
 * name, preferred_username, sub    user name: the first that is there
 * email, preferred_username, sub   e-mail address: the first that is there
 * organization, org                organization (required)
 * account_groups                   [{"id": "11", "name": "Network"}] or ["11=Network"] (required)
 * default_account_group            an id of account_groups; default: the first
 * permissions, scope               list, or words with blanks between; unknown words are ignored
 * </pre>
 *
 * <h2>Address</h2> {@code X-Forwarded-For} is believed as far as it was written by {@code tocsin.http.trusted-proxies}: see
 * {@link io.tocsin.http.server.ClientAddress}.
 */
package io.tocsin.http.identity;
