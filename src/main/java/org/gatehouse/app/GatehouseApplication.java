package org.gatehouse.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.gatehouse.endpoint.AuthorizeEndpoint;
import org.gatehouse.endpoint.DiscoveryEndpoint;
import org.gatehouse.endpoint.EndSessionEndpoint;
import org.gatehouse.endpoint.FailureMapper;
import org.gatehouse.endpoint.HttpExceptionMapper;
import org.gatehouse.endpoint.IntrospectionEndpoint;
import org.gatehouse.endpoint.JwksEndpoint;
import org.gatehouse.endpoint.OAuthExceptionMapper;
import org.gatehouse.endpoint.OAuthMetadataEndpoint;
import org.gatehouse.endpoint.TokenEndpoint;
import org.gatehouse.endpoint.UserinfoEndpoint;
import org.gatehouse.ui.AssetsEndpoint;
import org.gatehouse.ui.ConsentEndpoint;
import org.gatehouse.ui.ErrorEndpoint;
import org.gatehouse.ui.LoginEndpoint;
import org.gatehouse.ui.LogoutEndpoint;
import org.gatehouse.ui.UnknownAddressEndpoint;

/** The REST application: every resource class is named here, none is scanned for. */
@ApplicationPath("/")
public class GatehouseApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        DiscoveryEndpoint.class,
        OAuthMetadataEndpoint.class,
        JwksEndpoint.class,
        AuthorizeEndpoint.class,
        TokenEndpoint.class,
        UserinfoEndpoint.class,
        IntrospectionEndpoint.class,
        EndSessionEndpoint.class,
        LoginEndpoint.class,
        ConsentEndpoint.class,
        LogoutEndpoint.class,
        ErrorEndpoint.class,
        AssetsEndpoint.class,
        UnknownAddressEndpoint.class,
        OAuthExceptionMapper.class,
        HttpExceptionMapper.class,
        FailureMapper.class);
  }
}
