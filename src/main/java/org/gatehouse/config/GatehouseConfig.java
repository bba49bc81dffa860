package org.gatehouse.config;

/** All settings of one run. */
public record GatehouseConfig(
    ServerConfig server,
    StoreConfig store,
    CacheConfig cache,
    KeyConfig keys,
    TokenConfig tokens,
    SessionConfig session,
    LimitConfig limits,
    StartConfig start,
    DemoConfig demo) {}
