import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Send } from '#scripts/e2e/visitor.ts';

/** What the build knows of an action: its name, and the pages that bring it along. */
type Known = { exportedName?: string; workers: Record<string, unknown> };
type Manifest = { node: Record<string, Known> };
type Action = { id: string; page: string };

let known: Map<string, Action> | undefined;

/**
 * Calls one of Next's server actions as a page of the site does, and returns what it returned. A
 * `FormData` among the values goes as React sends it.
 */
export async function callAction(
  send: Send,
  name: string,
  values: readonly unknown[],
): Promise<unknown> {
  known ??= actionsOfTheBuild();
  const action = known.get(name);
  if (!action) throw new Error(`the build has no action ${name}`);
  const body = encoded(values);
  const answer = await send(action.page, {
    method: 'POST',
    headers: {
      'next-action': action.id,
      accept: 'text/x-component',
      ...(typeof body === 'string' ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
    },
    body,
  });
  const text = await answer.text();
  if (!answer.headers.get('content-type')?.startsWith('text/x-component')) {
    throw new Error(`${name} answered ${answer.status}: ${text.slice(0, 200)}`);
  }
  return returned(name, text);
}

/** Every action that the build serves. */
export function actionNames(): string[] {
  known ??= actionsOfTheBuild();
  return [...known.keys()];
}

/** Which action has which id is known from the build only. */
function actionsOfTheBuild(): Map<string, Action> {
  const file = join('.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { exportedName = '', workers }]) => {
      const pages = Object.keys(workers).map(pathOf);
      // A page whose address has nothing to be filled in is there for everybody.
      const [page = '/'] = pages.toSorted(
        (a, b) => Number(a.includes('[')) - Number(b.includes('[')),
      );
      return [exportedName, { id, page: page.replace(/\[[^\]]+\]/g, 'x') }];
    }),
  );
}

/** "app/(desk)/desk/(shell)/people/page" is at "/desk/people". */
function pathOf(worker: string): string {
  const parts = worker.split('/').slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
}

/** React's encoding of what an action is given: JSON, and the fields of each form beside it. */
function encoded(values: readonly unknown[]): string | FormData {
  const body = new FormData();
  let forms = 0;
  const root = values.map((value) => {
    if (!(value instanceof FormData)) return value === undefined ? '$undefined' : value;
    forms += 1;
    for (const [name, field] of value) body.append(`_${forms}_${name}`, field);
    return `$K${forms.toString(16)}`;
  });
  if (forms === 0) return JSON.stringify(root);
  body.append('0', JSON.stringify(root));
  return body;
}

/** React's answer is lines of `id:value`; line 0 says which one the action returned. */
function returned(name: string, text: string): unknown {
  const lines = new Map(
    text
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const { a = '' } = JSON.parse(lines.get('0') ?? '{}') as { a?: string };
  const value = lines.get(a.replace('$@', '')) ?? 'null';
  if (value.startsWith('E')) throw new Error(`${name} failed: ${value}`);
  return JSON.parse(value);
}
