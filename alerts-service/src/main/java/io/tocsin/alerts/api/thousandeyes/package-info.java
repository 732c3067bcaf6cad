/** Alert rules and alerts as the ThousandEyes API v7 speaks of them. */
package io.tocsin.alerts.api.thousandeyes;
