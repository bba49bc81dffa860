package org.gatehouse.config;

/** All settings of one run. */
public record GatehouseConfig(
    ServerConfig server,
    StoreConfig store,
    CacheConfig cache,
    AdminConfig admin,
    CleanupConfig cleanup,
    ClusterConfig cluster,
    KeyConfig keys,
    TokenConfig tokens,
    SessionConfig session,
    LimitConfig limits,
    StartConfig start,
    DemoConfig demo) {}
