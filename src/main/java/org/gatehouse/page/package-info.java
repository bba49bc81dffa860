/**
 * What people see: a record for each page, the texts in every language, the one renderer, and the
 * answers that carry a page. Below the edge, so that both edges share it; decides nothing.
 */
@NullMarked
package org.gatehouse.page;

import org.jspecify.annotations.NullMarked;
