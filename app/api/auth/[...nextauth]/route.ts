import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#features/people/session.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are made at the request: the build has no keys. */
function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions());
}

export { handle as GET, handle as POST };
