package org.gatehouse.store.infinispan;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;

/** What members may send each other; found by the cache manager as a service. */
@ProtoSchema(
    className = "GridMarshalling",
    includeClasses = {GridGrant.class, GridKey.class},
    schemaFileName = "gatehouse-grid.proto",
    schemaFilePath = "proto",
    schemaPackageName = "gatehouse")
interface GridSchema extends GeneratedSchema {}
