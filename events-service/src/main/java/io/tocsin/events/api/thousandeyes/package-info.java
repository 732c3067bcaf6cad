/** Test results, tests, agents and account groups as the ThousandEyes API v7 speaks of them. */
package io.tocsin.events.api.thousandeyes;
