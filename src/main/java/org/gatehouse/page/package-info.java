/**
 * What people see: a record for each page, the texts in every language, and the one renderer. Sees
 * settings and the model only; decides nothing, so that both edges can share it.
 */
@NullMarked
package org.gatehouse.page;

import org.jspecify.annotations.NullMarked;
