/**
 * Configuration data: clients and resources with the property names and defaults of
 * IdentityServer4. Values only; where they come from is the business of {@code store}.
 */
@NullMarked
package org.gatehouse.model.configuration;

import org.jspecify.annotations.NullMarked;
