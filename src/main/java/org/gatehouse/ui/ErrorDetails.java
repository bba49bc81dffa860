package org.gatehouse.ui;

import org.gatehouse.model.Refusal;

/** What the error page tells; travels sealed. */
record ErrorDetails(Refusal refusal, String reference) {}
