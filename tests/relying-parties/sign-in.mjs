// Signs a citizen in with openid-client, which is none of ours: discovery, a pushed or a signed request, code with PKCE, user-info,
// refresh, introspection as the API, revocation, sign-out. Reads its settings as JSON from standard input, prints one line of JSON.
import * as client from 'openid-client';
import { text } from 'node:stream/consumers';
import { Browser } from './browser.mjs';

const settings = JSON.parse(await text(process.stdin));
const insecure = { execute: [client.allowInsecureRequests] };
const issuer = new URL(settings.issuer);

const key = settings.jwk && {
  kid: settings.jwk.kid,
  key: await crypto.subtle.importKey('jwk', settings.jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']),
};
const authentication = key
  ? client.PrivateKeyJwt(key)
  : client.ClientSecretBasic(settings.client_secret);
const metadata = { id_token_signed_response_alg: settings.id_token_signed_response_alg };
const config = await client.discovery(issuer, settings.client_id, metadata, authentication, insecure);

const verifier = client.randomPKCECodeVerifier();
const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true };
const parameters = {
  redirect_uri: settings.redirect_uri,
  scope: settings.scope,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state: checks.expectedState,
  nonce: checks.expectedNonce,
  ...(settings.resource && { resource: settings.resource }),
};
// A client with a key signs its request; another pushes it.
const request = key
  ? await client.buildAuthorizationUrlWithJAR(config, parameters, key)
  : await client.buildAuthorizationUrlWithPAR(config, parameters);

const browser = new Browser();
const citizen = { Email: settings.email, Password: settings.password };
const answer = await browser.complete(request, settings.redirect_uri, citizen);
const tokens = await client.authorizationCodeGrant(config, answer, checks);
const { sub, ...claims } = tokens.claims();
const userinfo = await client.fetchUserInfo(config, tokens.access_token, sub);

const result = { parameters: [...request.searchParams.keys()], token_type: tokens.token_type, scope: tokens.scope, sub, claims, userinfo };

if (tokens.refresh_token) {
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token, settings.resource ? { resource: settings.resource } : {});
  result.refreshed = { sub: refreshed.claims()?.sub ?? sub, rotated: refreshed.refresh_token !== tokens.refresh_token };
  result.introspection = await ask(refreshed.access_token);
  await client.tokenRevocation(config, refreshed.refresh_token);
  result.introspection_after_revocation = await ask(refreshed.access_token);
  result.refresh_after_revocation = await client.refreshTokenGrant(config, refreshed.refresh_token).then(() => 'granted', (refusal) => refusal.error);
}

const out = client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: settings.post_logout_redirect_uri, state: 'out' });
result.signed_out = (await browser.complete(out, settings.post_logout_redirect_uri)).search;
const again = await browser.go(client.buildAuthorizationUrl(config, { redirect_uri: settings.redirect_uri, scope: 'openid', prompt: 'none',
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }), settings.redirect_uri);
result.silent_after_sign_out = again.url.searchParams.get('error');

console.log(JSON.stringify(result));

/** RFC 7662, as the API that the token is for. */
async function ask(token) {
  if (!settings.api) return undefined;
  const api = await client.discovery(issuer, settings.api.client_id, {}, client.ClientSecretBasic(settings.api.client_secret), insecure);
  const { active, scope } = await client.tokenIntrospection(api, token);
  return { active, scope };
}
