/** How long entries are kept. They go a month at a time; their links stay, so that what is left is still proven. */
package io.tocsin.audit.retention;
