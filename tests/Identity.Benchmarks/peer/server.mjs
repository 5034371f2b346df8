// The peer: npm's oidc-provider, set up to do the same work. One argument: a JSON file with { port, database, clients, citizens, password }.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { hash, verify } from '@node-rs/argon2';
import { Provider } from 'oidc-provider';
import { adapterOver, open } from './storage.mjs';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const database = open(settings.database);
const findCitizen = database.prepare('SELECT email, name, password FROM citizens WHERE email = ?');

// As Identity hashes: Argon2id, 19 MiB, 2 passes, 1 lane. Everybody has one hash: what is measured is checking it.
const stored = await hash(settings.password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
const insert = database.prepare('INSERT OR IGNORE INTO citizens (email, name, password) VALUES (?, ?, ?)');
database.transaction(() => {
  for (const email of settings.citizens) insert.run(email, 'Seeded Citizen', stored);
})();

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const issuer = `http://localhost:${settings.port}`;
const provider = new Provider(issuer, {
  adapter: adapterOver(database),
  clients: settings.clients,
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'peer', use: 'sig', alg: 'ES256' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'], userinfoSigningAlgValues: ['ES256'] },
  routes: {
    authorization: '/authorize', token: '/token', userinfo: '/userinfo', jwks: '/jwks', introspection: '/introspect', pushed_authorization_request: '/par',
  },
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
  },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async (ctx, client) => client.clientId === 'bench-offline',
  ttl: { AccessToken: 600, IdToken: 600, RefreshToken: 86400, Session: 43200, Grant: 86400, Interaction: 3600, AuthorizationCode: 60, ClientCredentials: 600 },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  // Consent was given before, as in the provider measured beside it.
  async loadExistingGrant(ctx) {
    const known = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId);
    if (known) return ctx.oidc.provider.Grant.find(known);
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile email offline_access');
    await grant.save();
    return grant;
  },
  async findAccount(ctx, email) {
    const citizen = findCitizen.get(email);
    return citizen && { accountId: email, claims: async () => ({ sub: email, name: citizen.name, email, email_verified: true }) };
  },
});
provider.on('server_error', (ctx, error) => console.error(error));

const page = '<!doctype html><html lang="en"><title>Sign in</title><form method="post"><input name="Email" type="email"><input name="Password" type="password"><button>Continue</button></form></html>';

async function interact(request, response) {
  if (request.method === 'GET') {
    await provider.interactionDetails(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
    return;
  }

  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const citizen = findCitizen.get(fields.get('Email'));
  if (!citizen || !(await verify(citizen.password, fields.get('Password')))) {
    response.statusCode = 401;
    response.end(page);
    return;
  }

  await provider.interactionFinished(request, response, { login: { accountId: citizen.email } });
}

const callback = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) {
    callback(request, response);
    return;
  }

  interact(request, response).catch((error) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
}).listen(settings.port, 'localhost');
