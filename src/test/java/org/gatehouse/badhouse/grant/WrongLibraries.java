package org.gatehouse.badhouse.grant;

import com.github.benmanes.caffeine.cache.Cache;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/** Uses libraries that belong to other rooms. */
public record WrongLibraries(
    Cache<String, String> cache, Config config, Flyway tables, SessionFactory sessions) {}
