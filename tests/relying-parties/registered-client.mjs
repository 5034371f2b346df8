// A client that registers itself (RFC 7591) and speaks by oauth4webapi, which is none of ours. At http, as it is between tests.
import * as oauth from 'oauth4webapi';

const insecure = { [oauth.allowInsecureRequests]: true };

export class RegisteredClient {
  #server;
  #client;
  #authentication;
  #key;

  constructor(server, client, key) {
    const { token_endpoint_auth_method: method, client_secret: secret } = client;
    const ways = { client_secret_basic: oauth.ClientSecretBasic, client_secret_post: oauth.ClientSecretPost, private_key_jwt: () => oauth.PrivateKeyJwt(key), none: oauth.None };
    [this.#server, this.#client, this.#authentication, this.#key] = [server, client, ways[method](secret), key];
  }

  /** Finds the provider and registers, with a key of its own if it signs anything. */
  static async register(issuer, metadata, signs) {
    const address = new URL(issuer);
    const server = await oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address, insecure));
    const pair = signs && (await oauth.generateKeyPair('ES256'));
    const key = pair && { kid: 'of-its-own', key: pair.privateKey };
    const jwks = pair && { keys: [{ ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: key.kid, use: 'sig', alg: 'ES256' }] };
    const response = await oauth.dynamicClientRegistrationRequest(server, { ...metadata, ...(jwks && { jwks }) }, insecure);
    return new RegisteredClient(server, await oauth.processDynamicClientRegistrationResponse(response), key);
  }

  get metadata() { return this.#client; }

  get server() { return this.#server; }

  /** RFC 9126. */
  async pushed(parameters) {
    const response = await oauth.pushedAuthorizationRequest(this.#server, this.#client, this.#authentication, parameters, insecure);
    const { request_uri } = await oauth.processPushedAuthorizationResponse(this.#server, this.#client, response);
    return this.#authorize({ request_uri });
  }

  /** RFC 9101. */
  async signed(parameters) {
    return this.#authorize({ request: await oauth.issueRequestObject(this.#server, this.#client, parameters, this.#key) });
  }

  /** The tokens for the answer that the browser came back with: state and iss (RFC 9207) are looked at, then the ID token and its signature. */
  async exchange(answer, redirect, { state, nonce, verifier }) {
    const parameters = oauth.validateAuthResponse(this.#server, this.#client, answer, state);
    const response = await oauth.authorizationCodeGrantRequest(this.#server, this.#client, this.#authentication, parameters, redirect, verifier, insecure);
    const tokens = await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response, { expectedNonce: nonce, requireIdToken: true });
    await oauth.validateApplicationLevelSignature(this.#server, response, insecure);
    return tokens;
  }

  claims(tokens) { return oauth.getValidatedIdTokenClaims(tokens); }

  async userInfo(tokens, sub) {
    const response = await oauth.userInfoRequest(this.#server, this.#client, tokens.access_token, insecure);
    const claims = await oauth.processUserInfoResponse(this.#server, this.#client, sub, response);
    if (this.#client.userinfo_signed_response_alg) await oauth.validateApplicationLevelSignature(this.#server, response, insecure);
    return claims;
  }

  async refresh(token) {
    const response = await oauth.refreshTokenGrantRequest(this.#server, this.#client, this.#authentication, token, insecure);
    return oauth.processRefreshTokenResponse(this.#server, this.#client, response);
  }

  /** RFC 7662, as the one that the token was given to. */
  async introspect(token) {
    const response = await oauth.introspectionRequest(this.#server, this.#client, this.#authentication, token, insecure);
    return oauth.processIntrospectionResponse(this.#server, this.#client, response);
  }

  async revoke(token) {
    await oauth.processRevocationResponse(await oauth.revocationRequest(this.#server, this.#client, this.#authentication, token, insecure));
  }

  /** RFC 8628 §3.1. */
  async startDevice(scope) {
    const response = await oauth.deviceAuthorizationRequest(this.#server, this.#client, this.#authentication, { scope }, insecure);
    return oauth.processDeviceAuthorizationResponse(this.#server, this.#client, response);
  }

  /** RFC 8628 §3.4. */
  async pollDevice({ device_code }) {
    const response = await oauth.deviceCodeGrantRequest(this.#server, this.#client, this.#authentication, device_code, insecure);
    const tokens = await oauth.processDeviceCodeResponse(this.#server, this.#client, response);
    await oauth.validateApplicationLevelSignature(this.#server, response, insecure);
    return tokens;
  }

  #authorize(parameters) {
    const url = new URL(this.#server.authorization_endpoint);
    url.search = new URLSearchParams({ client_id: this.#client.client_id, ...parameters });
    return url;
  }
}
