/** Group commit, the same for all that is taken in (ADR 0004): {@link io.tocsin.events.commit.CommitLoop} is its front door. */
package io.tocsin.events.commit;
