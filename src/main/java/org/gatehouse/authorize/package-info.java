/**
 * The authorization endpoint's judgement, step by step: parse, check by a written list, decide on
 * the user's part, mint the code. Each step makes a new record; a redirect needs a {@link
 * org.gatehouse.authorize.ResponseTarget}, which only the redirect URI check makes.
 */
@NullMarked
package org.gatehouse.authorize;

import org.jspecify.annotations.NullMarked;
