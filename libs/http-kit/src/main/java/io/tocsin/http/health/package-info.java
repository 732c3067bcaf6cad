/** Whether a service can do its work, as far as all services are alike. */
package io.tocsin.http.health;
