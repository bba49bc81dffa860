package org.gatehouse.config;

import java.nio.file.Path;

/**
 * The demo and dev profiles' own.
 *
 * @param directory where the demo users' passwords of this run are written
 * @param printsPasswords true: they are printed, too, for whoever looks at the console
 */
public record DemoConfig(Path directory, boolean printsPasswords) {}
