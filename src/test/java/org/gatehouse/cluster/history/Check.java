package org.gatehouse.cluster.history;

/** One promise, looked for in a record. */
interface Check {
  void judge(Evidence evidence, Findings findings);
}
