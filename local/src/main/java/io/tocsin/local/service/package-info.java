/** The four services as processes of their own, each from its packaged fast-jar, in any number of replicas. */
package io.tocsin.local.service;
