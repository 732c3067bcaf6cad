/** Takes in what alerts-service says must be told, and makes one delivery for each recipient. */
package io.tocsin.notifier.intake;
