/** API keys: made here, stored as hashes in the key file which the services read. */
package io.tocsin.local.key;
