package org.gatehouse.config;

import java.nio.file.Path;

/**
 * The demo and dev profiles' own.
 *
 * @param directory where the demo users' passwords of this run are written
 */
public record DemoConfig(Path directory) {}
