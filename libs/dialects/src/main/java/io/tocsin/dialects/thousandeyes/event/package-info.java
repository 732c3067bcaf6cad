/** ThousandEyes' event detection: what {@code GET /v7/events} answers (wire/thousandeyes.md §2, docs/dialects/thousandeyes.md). */
package io.tocsin.dialects.thousandeyes.event;
