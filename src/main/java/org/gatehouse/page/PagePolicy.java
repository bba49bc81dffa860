package org.gatehouse.page;

/** How much a page is allowed in the browser; {@link PageHeaders} spells it out. */
public enum PagePolicy {
  /** Has a form of ours. */
  FORM,
  /** Has links at most. */
  READING,
  /** Sends itself to the client by one script whose hash is known. */
  SELF_POSTING
}
