/** What can be at fault: the components which results are tagged with, and what of a round went wrong. */
package io.tocsin.detection.component;
