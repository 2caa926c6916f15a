package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;

/**
 * Sign-in at a provider of identities (统一身份认证) by OpenID Connect: code flow with PKCE, nonce and a
 * signed identity token. The provider says who it is; role and area are those of the account of
 * that name here, and without one nobody comes in. Blocking and thread-safe.
 */
public final class OpenId {

  /**
   * What we are to the provider.
   *
   * @param issuer its address, below which it describes itself
   * @param secret of our client
   * @param back where it sends browsers back
   * @param claim which of its claims is the name of an account
   */
  public record Client(URI issuer, String id, String secret, URI back, String claim) {

    /** Checks that nothing is missing. */
    public Client {
      requireNonNull(issuer, "issuer");
      requireNonNull(id, "id");
      requireNonNull(secret, "secret");
      requireNonNull(back, "back");
      requireNonNull(claim, "claim");
    }
  }

  /**
   * What a browser keeps between its going and its coming back; all of it random.
   *
   * @param state that comes back in the address
   * @param nonce that comes back in the token
   * @param verifier that proves that whoever began ends it
   */
  public record Trip(String state, String nonce, String verifier) {

    /** As one text without blanks. */
    public String text() {
      return state + ":" + nonce + ":" + verifier;
    }

    /** The trip of a text; one that fits nothing when it is none of ours. */
    public static Trip of(String text) {
      int first = text.indexOf(':');
      int last = text.lastIndexOf(':');
      return first < 0 || first == last
          ? new Trip("", "", "")
          : new Trip(
              text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
    }
  }

  /** The provider did not say who it is. */
  public static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static final int PATIENCE_MILLIS = 10_000;

  private final Client client;
  private volatile OIDCProviderMetadata provider;

  /** A client; asks the provider nothing yet. */
  public OpenId(Client client) {
    this.client = requireNonNull(client, "client");
  }

  /** A new trip. */
  public Trip trip() {
    return new Trip(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
  }

  /**
   * Where to send a browser.
   *
   * @throws RefusedException when the provider does not describe itself
   */
  public URI begin(Trip trip) throws RefusedException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile"),
            new ClientID(client.id()),
            client.back())
        .endpointURI(provider().getAuthorizationEndpointURI())
        .state(new State(trip.state()))
        .nonce(new Nonce(trip.nonce()))
        .codeChallenge(new CodeVerifier(trip.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * The name that the provider gives whoever came back.
   *
   * @param code from the address
   * @throws RefusedException when anything about it is not right, with what
   */
  public String name(String code, Trip trip) throws RefusedException {
    try {
      HTTPRequest asked =
          new TokenRequest.Builder(
                  provider().getTokenEndpointURI(),
                  new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret())),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code),
                      client.back(),
                      new CodeVerifier(trip.verifier())))
              .build()
              .toHTTPRequest();
      asked.setConnectTimeout(PATIENCE_MILLIS);
      asked.setReadTimeout(PATIENCE_MILLIS);
      TokenResponse answer = OIDCTokenResponseParser.parse(asked.send());
      if (!answer.indicatesSuccess()) {
        throw refused(answer.toErrorResponse().getErrorObject().getCode(), null);
      }
      return name((OIDCTokenResponse) answer.toSuccessResponse(), trip);
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private String name(OIDCTokenResponse answer, Trip trip) throws RefusedException {
    try {
      IDTokenValidator validator =
          new IDTokenValidator(
              provider().getIssuer(),
              new ClientID(client.id()),
              JWSAlgorithm.RS256,
              provider().getJWKSetURI().toURL());
      IDTokenClaimsSet claims =
          validator.validate(answer.getOIDCTokens().getIDToken(), new Nonce(trip.nonce()));
      String name = claims.getStringClaim(client.claim());
      if (name == null) {
        throw refused("its token has no claim " + client.claim(), null);
      }
      return SignIn.name(name);
    } catch (BadJOSEException | JOSEException | IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  /** Asked once it is needed, so that a provider that is away keeps nobody with a password out. */
  private OIDCProviderMetadata provider() throws RefusedException {
    OIDCProviderMetadata known = provider;
    if (known == null) {
      try {
        known =
            OIDCProviderMetadata.resolve(
                new Issuer(client.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
        provider = known;
      } catch (GeneralException | IOException e) {
        throw refused("it does not describe itself: " + e.getMessage(), e);
      }
    }
    return known;
  }

  private RefusedException refused(String why, Throwable cause) {
    return new RefusedException("the provider " + client.issuer() + " refused: " + why, cause);
  }
}
