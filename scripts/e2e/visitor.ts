/** Asks the site for something, with the cookies that it has given so far. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** Somebody without a browser: keeps cookies, follows no redirect. */
export function visitor(url: string, more: Record<string, string> = {}): Send {
  const cookies = new Map<string, string>();
  return async (path, init = {}) => {
    const headers = new Headers({ ...more, ...Object.fromEntries(new Headers(init.headers)) });
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('origin', url);
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
}

/** Signs in by next-auth, as the page for it does; whether that went well is in its answer. */
export async function signIn(send: Send, email: string, password: string): Promise<Response> {
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  return send('/api/auth/callback/credentials', { method: 'POST', body: form });
}
