// Registers itself and signs a citizen in with oauth4webapi: a pushed or a signed request, code with PKCE, user-info, refresh,
// introspection, revocation, sign-out. Reads its settings as JSON from standard input, prints one line of JSON.
import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from 'oauth4webapi';
import { text } from 'node:stream/consumers';
import { Browser } from './browser.mjs';
import { RegisteredClient } from './registered-client.mjs';

const settings = JSON.parse(await text(process.stdin));
const client = await RegisteredClient.register(settings.issuer, settings.metadata, settings.signs);
const [redirect] = settings.metadata.redirect_uris;
const [after] = settings.metadata.post_logout_redirect_uris;

const checks = { state: generateRandomState(), nonce: generateRandomNonce(), verifier: generateRandomCodeVerifier() };
const parameters = {
  response_type: 'code',
  redirect_uri: redirect,
  scope: settings.scope,
  code_challenge: await calculatePKCECodeChallenge(checks.verifier),
  code_challenge_method: 'S256',
  state: checks.state,
  nonce: checks.nonce,
};
const request = await (settings.metadata.require_signed_request_object ? client.signed(parameters) : client.pushed(parameters));

const browser = new Browser();
const answer = await browser.complete(request, redirect, { Email: settings.email, Password: settings.password, Chosen: ['name'] });
const tokens = await client.exchange(answer, redirect, checks);
const { sub, ...claims } = client.claims(tokens);
const result = {
  client_id: client.metadata.client_id, parameters: [...request.searchParams.keys()], iss: answer.searchParams.get('iss'), sub, claims,
  userinfo: await client.userInfo(tokens, sub),
  introspection: await client.introspect(tokens.access_token),
};

const refreshed = await client.refresh(tokens.refresh_token);
result.refreshed = { active: (await client.introspect(refreshed.access_token)).active, rotated: refreshed.refresh_token !== tokens.refresh_token };
await client.revoke(refreshed.refresh_token);
result.active_after_revocation = (await client.introspect(refreshed.access_token)).active;
result.refresh_after_revocation = await client.refresh(refreshed.refresh_token).then(() => 'granted', (refusal) => refusal.error);

const out = new URL(client.server.end_session_endpoint);
out.search = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: after, state: 'out' });
result.signed_out = (await browser.complete(out, after)).search;

console.log(JSON.stringify(result));
