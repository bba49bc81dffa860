/** A house that breaks every rule of {@code ArchitectureRules}, so that each is seen to bite. */
package org.gatehouse.badhouse;
