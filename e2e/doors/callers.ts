import { type Heard, heardFrom, heardIn, heardOn } from '#e2e/doors/hearing.ts';
import { type FormState, IDLE } from '#lib/forms.ts';
import { callAction } from '#scripts/e2e/actions.ts';
import { type Send, signIn, visitor } from '#scripts/e2e/visitor.ts';
import { parseAddress } from '#server/door/address.ts';
import { postRouteOf } from '#server/door/routes.ts';
import { ROUTES, TAKEN_IN } from '#tests/permissions/doors.ts';
import { PEOPLE, type Person } from '#tests/permissions/others.ts';
import { type Hired, hired, type Sections } from '#tests/permissions/people.ts';

/** The actions and routes that were really knocked at so far. */
export const knocked = new Set<string>();

/** A person of the table who stands outside, and reaches the newsroom through its doors only. */
export class Caller {
  readonly person: Person;
  /** Their account, if they have one. */
  readonly account: Hired | null;
  readonly #send: Send;

  constructor(person: Person, account: Hired | null, send: Send) {
    this.person = person;
    this.account = account;
    this.#send = send;
  }

  /** Calls a server action, and gives back what it returned. */
  async call(action: string, ...values: readonly unknown[]): Promise<unknown> {
    knocked.add(action);
    return callAction(this.#send, action, values);
  }

  async act(action: string, ...values: readonly unknown[]): Promise<Heard> {
    return heardIn(await this.call(action, ...values));
  }

  submit(action: string, fields: Record<string, string>): Promise<Heard> {
    return this.act(action, ...formOf(fields));
  }

  async ask(path: string, init?: RequestInit): Promise<Response> {
    const file = init?.method === 'POST' ? sentTo(path) : fileAt(path);
    if (file) knocked.add(file);
    return this.#send(path, init);
  }

  async route(path: string, init?: RequestInit): Promise<Heard> {
    return heardFrom(await this.ask(path, init));
  }

  json(path: string, body: unknown): Promise<Heard> {
    const headers = { 'content-type': 'application/json' };
    return this.route(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async page(path: string, reasons: readonly string[] = []): Promise<Heard> {
    return heardOn(await this.ask(path), reasons);
  }
}

/** What an action of `useActionState` is called with: what the form said before, and what is in it. */
export function formOf(fields: Record<string, string>): [before: FormState, form: FormData] {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return [IDLE, form];
}

/** What takes in what is sent to an address: the door, or a route that may be spelled otherwise. */
function sentTo(path: string): string | undefined {
  const address = parseAddress(path);
  const route = address && postRouteOf(address);
  if (route?.kind === 'comment') return TAKEN_IN;
  return fileAt(route?.kind === 'post' ? route.inside : path);
}

function fileAt(path: string): string | undefined {
  return Object.keys(ROUTES).find((file) => addressOf(file).test(path));
}

/** Where a file of the router answers. */
function addressOf(file: string): RegExp {
  const parts = file.split('/').slice(1, -1);
  const shown = parts.filter((part) => !part.startsWith('('));
  const patterns = shown.map((part) => {
    if (part.startsWith('[...')) return '.+';
    return part.startsWith('[') ? '[^/]+' : part;
  });
  return new RegExp(`^/${patterns.join('/')}(\\?.*)?$`);
}

/** Everybody of the table, signed in by the door for it, each from a place of their own. */
export async function callers(url: string, sections: Sections): Promise<Map<Person, Caller>> {
  const all = new Map<Person, Caller>();
  for (const [n, person] of PEOPLE.entries()) {
    const send = visitor(url, { 'x-forwarded-for': `10.0.0.${n + 1}` });
    const account = person === 'nobody signed in' ? null : await hired(person, sections);
    if (account) {
      const answer = await signIn(send, account.email, account.password);
      if (answer.status !== 200) throw new Error(`${person} could not sign in`);
      knocked.add('app/api/auth/[...nextauth]/route.ts');
    }
    all.set(person, new Caller(person, account, send));
  }
  return all;
}
