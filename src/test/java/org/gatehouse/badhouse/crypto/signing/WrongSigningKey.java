package org.gatehouse.badhouse.crypto.signing;

/** Only there to be seen from where it must not be. */
public class WrongSigningKey {}
