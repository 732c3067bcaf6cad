/** A real PostgreSQL from a jar: nothing to install, no container engine, no root needed (and root does no harm). */
package io.tocsin.local.postgres;
