package org.gatehouse.config;

/** All settings of one run. */
public record GatehouseConfig(
    ServerConfig server,
    StoreConfig store,
    CleanupConfig cleanup,
    ClusterConfig cluster,
    KeyConfig keys,
    TokenConfig tokens,
    SessionConfig session,
    LimitConfig limits,
    StartConfig start,
    DemoConfig demo) {}
