/** How a service stands in the network: limits, proxies, its own address. */
package io.tocsin.http.server;
