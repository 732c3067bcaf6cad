/**
 * The four packaged services, told as stories: {@code api} reaches them as their clients do, {@code domain} has the words to build
 * a world with, {@code stories} is what happens.
 */
package io.tocsin.e2e;
