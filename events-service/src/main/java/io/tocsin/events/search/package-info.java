/** Reading events back. Every query names the scope it may look into. */
package io.tocsin.events.search;
