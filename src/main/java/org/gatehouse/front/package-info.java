/**
 * In front of the web container: what no application would see. Not part of the application but
 * loaded by the server itself, so it sees the model, the server's SPI and nothing else.
 */
@NullMarked
package org.gatehouse.front;

import org.jspecify.annotations.NullMarked;
