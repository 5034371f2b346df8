// A device without a browser that registers itself with oauth4webapi, and a citizen who connects it with theirs (RFC 8628).
// Reads its settings as JSON from standard input, prints one line of JSON.
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { Browser } from './browser.mjs';
import { RegisteredClient } from './registered-client.mjs';

const settings = JSON.parse(await text(process.stdin));
const client = await RegisteredClient.register(settings.issuer, settings.metadata);
const started = await client.startDevice(settings.scope);

const values = { UserCode: started.user_code, Email: settings.email, Password: settings.password, Chosen: ['name'] };
await new Browser().complete(new URL(started.verification_uri), /\/device\/[^/]+\/connected\b/, values);

const tokens = await poll();
const { sub } = client.claims(tokens);
const refreshed = await client.refresh(tokens.refresh_token);
const userinfo = await client.userInfo(refreshed, sub);
await client.revoke(refreshed.refresh_token);
const refusal = await client.refresh(refreshed.refresh_token).then(() => 'granted', ({ error }) => error);

console.log(JSON.stringify({ sub, userinfo, complete: started.verification_uri_complete, user_code: started.user_code, refresh_after_revocation: refusal }));

/** §3.5: asks again, as often as the provider lets it, until the citizen has answered. */
async function poll() {
  for (;;) {
    try {
      return await client.pollDevice(started);
    } catch (refusal) {
      if (!['authorization_pending', 'slow_down'].includes(refusal.error)) throw refusal;
      await setTimeout((started.interval ?? 5) * 1000);
    }
  }
}
