package org.gatehouse.config;

/** All settings of one run. */
public record GatehouseConfig(
    ServerConfig server,
    StoreConfig store,
    CacheConfig cache,
    AdminConfig admin,
    KeyConfig keys,
    TokenConfig tokens,
    SessionConfig session,
    LimitConfig limits,
    StartConfig start,
    DemoConfig demo) {}
