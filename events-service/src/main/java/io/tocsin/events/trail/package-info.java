/** What people change here, besides what they post, is told to the audit log. */
package io.tocsin.events.trail;
