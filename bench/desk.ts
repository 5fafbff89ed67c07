import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The desk as a browser uses it: signed in by next-auth, writing by the editor's own actions. */
export type Desk = {
  /** Calls one of Next's server actions with plain values, and returns what it returned. */
  act(name: string, ...values: unknown[]): Promise<unknown>;
  /** Opens a page of the desk and waits for all of it. */
  open(path: string): Promise<void>;
};

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };

export async function signIn(url: string, email: string, password: string): Promise<Desk> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
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
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  await send('/api/auth/callback/credentials', { method: 'POST', body: form });
  const page = '/desk/stories/new';
  const opened = await send(page);
  if (opened.status !== 200) throw new Error(`the desk answered ${opened.status} after signing in`);
  await opened.arrayBuffer();
  const ids = actionIds();
  return {
    async open(path) {
      const answer = await send(path);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    },
    async act(name, ...values) {
      const id = ids.get(name);
      if (!id) throw new Error(`the build has no action ${name}`);
      const answer = await send(page, {
        method: 'POST',
        headers: { 'next-action': id, accept: 'text/x-component', 'content-type': 'text/plain' },
        body: JSON.stringify(values),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
      return returned(text);
    },
  };
}

/** Which action has which id is known from the build only. */
function actionIds(): Map<string, string> {
  const file = join('.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Map(Object.entries(node).map(([id, { exportedName = '' }]) => [exportedName, id]));
}

/** React's answer is lines of `id:value`; line 0 says which one the action returned. */
function returned(text: string): unknown {
  const lines = new Map(
    text
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const { a = '' } = JSON.parse(lines.get('0') ?? '{}') as { a?: string };
  return JSON.parse(lines.get(a.replace('$@', '')) ?? 'null');
}
