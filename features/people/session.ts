import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';
import { getToken } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { Staff } from '#features/people/actor.ts';
import { signIn, signOut } from '#features/people/commands.ts';
import { staffOfSession } from '#features/people/queries.ts';
import { env } from '#lib/env.ts';
import { keyFor } from '#lib/keys.ts';
import { signInPath } from '#lib/paths.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';

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

/**
 * How next-auth is used: its JWT carries nothing but the id of a session row, and every request asks
 * the row, so that a session ends the moment the row says so.
 */
export function authOptions(): NextAuthOptions {
  return {
    useSecureCookies: env().siteUrl.startsWith('https://'),
    secret: keyFor('session').toString('base64'),
    session: { strategy: 'jwt', maxAge: 14 * 24 * 3600 },
    pages: { signIn: signInPath(), error: signInPath() },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const result = await signIn(credentials, placeOf(request.headers));
          if (!result.ok) throw new Error(result.why);
          return { id: result.value.personId, sessionId: result.value.sessionId };
        },
      }),
    ],
    callbacks: {
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

function placeOf(sent: Record<string, unknown> | undefined): string {
  const place = sent?.[PLACE_HEADER];
  return typeof place === 'string' ? place : 'unknown';
}

/** Who is signed in, or null. */
export async function currentStaff(): Promise<Staff | null> {
  const { secret, useSecureCookies: secureCookie } = authOptions();
  const sent = (await cookies()).getAll().map(({ name, value }) => [name, value]);
  // `getServerSession` would seal the token anew each time, for a cookie that it cannot set here.
  const req = { cookies: Object.fromEntries(sent), headers: {} } as NextRequest;
  const token = await getToken({ req, secret, secureCookie });
  return token?.sessionId ? staffOfSession(token.sessionId) : null;
}

/** Who is signed in; whoever is not goes to the sign-in page. */
export async function requireStaff(): Promise<Staff> {
  const staff = await currentStaff();
  if (!staff) redirect(signInPath());
  return staff;
}
