/**
 * The monitored things which events are about. Nobody declares them: an entity exists from the first event on which names it, and
 * belongs to one account group.
 */
package io.tocsin.events.entity;
