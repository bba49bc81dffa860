package org.gatehouse.demo;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.Set;

/** What a client learned of the server: its metadata and its keys. */
public record Provider(OIDCProviderMetadata metadata, JWKSet keys, Transport transport) {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** Learns it by discovery (OIDC Discovery §4). */
  public static Provider discover(URI issuer) throws Exception {
    Transport transport = new Transport();
    OIDCProviderMetadata metadata = metadata(issuer, transport);
    return new Provider(metadata, keys(metadata, transport), transport);
  }

  static OIDCProviderMetadata metadata(URI issuer, Transport transport) throws Exception {
    HTTPRequest request = new OIDCProviderConfigurationRequest(new Issuer(issuer)).toHTTPRequest();
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.parse(transport.exchange(request).getBodyAsJSONObject());
    Expect.equal("issuer", issuer.toString(), metadata.getIssuer().getValue());
    return metadata;
  }

  static JWKSet keys(OIDCProviderMetadata metadata, Transport transport) throws Exception {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, metadata.getJWKSetURI());
    JWKSet keys = JWKSet.parse(transport.exchange(request).getBody());
    Expect.that(!keys.isEmpty(), "keys", "none");
    Expect.equal("private keys", false, keys.getKeys().stream().anyMatch(key -> key.isPrivate()));
    return keys;
  }

  /** The claims of an access token that an API accepts (RFC 9068 §4). */
  public JWTClaimsSet verifyAccessToken(String token, String audience) throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(metadata.getIssuer().getValue()).build(),
            Set.of("iat", "exp", "sub", "client_id", "jti")));
    return processor.process(token, null);
  }
}
