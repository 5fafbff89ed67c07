import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { NextAuthOptions, Profile } from 'next-auth';
import { getToken } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Staff } from '#features/people/actor.ts';
import { deviceName } from '#features/people/device.ts';
import { signInWithPasskey } from '#features/people/passkeys.ts';
import { staffOfSession } from '#features/people/queries.ts';
import { CODE_WANTED } from '#features/people/second-step.ts';
import { noteSeen, signIn, signInWithCode, signOut } from '#features/people/signing-in.ts';
import { signInBySso } from '#features/people/sso.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { keyFor } from '#lib/keys.ts';
import { secondStepPath, signInPath } from '#lib/paths.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';
import { onePerProcess } from '#lib/singleton.ts';

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string;
  }
}
declare module 'next-auth' {
  interface User {
    sessionId?: string;
  }
  interface Session {
    sessionId?: string;
  }
}

type Oidc = NonNullable<ReturnType<typeof env>['oidc']>;

/** The name that the provider of single sign-on has in addresses, and where its answer comes to. */
const SSO = 'sso';

/** What the session's cookie is sealed with, and whether it may go over plain http. */
function sealing() {
  return {
    secret: keyFor('session').toString('base64'),
    secure: env().siteUrl.startsWith('https://'),
  };
}

/**
 * How next-auth is used: its JWT carries nothing but the id of a session row, and every request asks
 * the row, so that a session ends the moment the row says so.
 */
export function authOptions(): NextAuthOptions {
  const { oidc } = env();
  const { secret, secure } = sealing();
  return {
    useSecureCookies: secure,
    secret,
    session: { strategy: 'jwt', maxAge: 14 * 24 * 3600 },
    pages: { signIn: signInPath(), error: signInPath() },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const result = await signIn(credentials, fromOf(request.headers));
          if (!result.ok) throw new Error(result.why);
          if (result.value.step === 'code') throw new Error(CODE_WANTED + result.value.ticket);
          return userOf(result.value);
        },
      }),
      CredentialsProvider({
        id: 'code',
        credentials: { ticket: {}, code: {} },
        async authorize(credentials, request) {
          const result = await signInWithCode(credentials, fromOf(request.headers));
          if (!result.ok) throw new Error(result.why);
          return userOf(result.value);
        },
      }),
      CredentialsProvider({
        id: 'passkey',
        credentials: { answer: {} },
        async authorize(credentials, request) {
          const answer = answerIn(credentials?.answer);
          const result = await signInWithPasskey(answer, fromOf(request.headers));
          if (!result.ok) throw new Error(result.why);
          return userOf(result.value);
        },
      }),
      ...(oidc ? [ssoProvider(oidc)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== SSO || !oidc) return true;
        const device = deviceName((await headers()).get('user-agent') ?? '');
        const result = await signInBySso(oidc.issuer, profile, device);
        if (!result.ok) return `${signInPath()}?refused=1`;
        user.sessionId = result.value.sessionId;
        return true;
      },
      jwt: ({ token, user }) => (user?.sessionId ? { sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.sessionId ? { sessionId: token.sessionId } : {}),
      }),
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionId) await signOut(token.sessionId);
      },
    },
  };
}

/**
 * A provider of OpenID Connect, with PKCE, state and nonce. What it says in the token and what it
 * answers about the person are of one account, which the client sees to.
 */
function ssoProvider({ issuer, clientId, clientSecret, name }: Oidc): OAuthConfig<Profile> {
  return {
    id: SSO,
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    userinfo: {
      // Some say who it is in the token only, some only when they are asked.
      request: async ({ client, tokens }) => {
        const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
        return { ...set.claims(), ...(await client.userinfo(set)) };
      },
    },
    profile: ({ sub = '' }) => ({ id: sub }),
  };
}

/** What a browser says of a passkey comes as text. */
function answerIn(text: string | undefined): unknown {
  try {
    return JSON.parse((text ?? '').slice(0, 20_000));
  } catch {
    return null;
  }
}

function userOf({ sessionId, personId }: { sessionId: string; personId: string }) {
  return { id: personId, sessionId };
}

function fromOf(sent: Record<string, unknown> | undefined) {
  const place = sent?.[PLACE_HEADER];
  const agent = sent?.['user-agent'];
  return {
    place: typeof place === 'string' ? place : 'unknown',
    device: deviceName(typeof agent === 'string' ? agent : ''),
  };
}

/** Where a form of somebody who is not signed in comes from, for the limits. */
export async function currentPlace(): Promise<string> {
  return (await headers()).get(PLACE_HEADER) ?? 'unknown';
}

/** The id of the session that asks, or null. A secret: it goes to commands and nowhere else. */
export async function currentSessionId(): Promise<string | null> {
  const { secret, secure: secureCookie } = sealing();
  const sent = (await cookies()).getAll().map(({ name, value }) => [name, value]);
  // `getServerSession` would seal the token anew each time, for a cookie that it cannot set here.
  const req = { cookies: Object.fromEntries(sent), headers: {} } as NextRequest;
  const token = await getToken({ req, secret, secureCookie });
  return token?.sessionId ?? null;
}

/** Who is signed in, or null. */
export async function currentStaff(): Promise<Staff | null> {
  const sessionId = await currentSessionId();
  const staff = sessionId ? await staffOfSession(sessionId) : null;
  if (staff && sessionId) await noteOnceAnHour(sessionId);
  return staff;
}

const MOST_NOTED = 1_000;

async function noteOnceAnHour(sessionId: string): Promise<void> {
  const noted = onePerProcess('sessions-noted', () => new Map<string, number>());
  const hour = Math.floor(now().getTime() / 3_600_000);
  if (noted.get(sessionId) === hour) return;
  if (noted.size >= MOST_NOTED) noted.clear();
  noted.set(sessionId, hour);
  await noteSeen(sessionId);
}

/** Who is signed in; whoever is not, or has to prove more first, is sent where that is done. */
export async function requireStaff(): Promise<Staff> {
  const staff = await currentStaff();
  if (!staff) redirect(signInPath());
  if (staff.owesSecondStep) redirect(secondStepPath());
  return staff;
}
