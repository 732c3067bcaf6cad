/** Processes on this machine: how one starts, where it logs, which port it gets, and how none is ever left behind. */
package io.tocsin.local.process;
