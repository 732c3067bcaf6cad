/** What the API server would say of an object: the types of Kubernetes and of the operators which the charts speak to. */
package io.tocsin.charts.kubernetes;
