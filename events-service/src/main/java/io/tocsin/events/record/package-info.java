/** Taking events in: each is committed together with its announcement, many callers sharing one commit. */
package io.tocsin.events.record;
