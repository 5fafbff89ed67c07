import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import { freePort } from '#lib/ports.ts';

/** A real provider of OpenID Connect that says of whoever comes what it was told to say. */
export type RunningProvider = {
  env: Record<string, string>;
  /** What it says of the next one who comes. */
  say(claims: Record<string, unknown>): void;
  stop(): Promise<void>;
};

/** One that lets answers go to this address only. Whoever comes is in, and has agreed to everything. */
export async function startProvider(callback: string): Promise<RunningProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  let said: Record<string, unknown> = {};
  const configuration: Configuration = {
    clients: [
      { client_id: 'dateline', client_secret: 'a secret of the site', redirect_uris: [callback] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only for this test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...said, sub }) }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.session?.accountId ?? '',
        clientId: 'dateline',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `/come/${uid}` },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  const server = createServer((req, res) => {
    if (!req.url?.startsWith('/come/')) return void answer(req, res);
    const result = { login: { accountId: String(said.sub) } };
    provider.interactionFinished(req, res, result).catch(() => res.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'dateline',
      OIDC_CLIENT_SECRET: 'a secret of the site',
      OIDC_NAME: 'Courier ID',
    },
    say: (claims) => {
      said = claims;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
