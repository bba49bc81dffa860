/**
 * Settings as records, read once at the start. A record holds what is valid; judging what was
 * written is the business of {@link org.gatehouse.config.Settings}.
 */
@NullMarked
package org.gatehouse.config;

import org.jspecify.annotations.NullMarked;
