import { type Answer, headerOf, type Question } from '#scripts/proof/asking.ts';
import type { Person } from '#scripts/proof/cast.ts';
import { type FoundField, type FoundForm, filledIn } from '#scripts/proof/forms.ts';
import type { Pair } from '#scripts/proof/pair.ts';
import { type AppRoute, routeFor } from '#scripts/proof/routes.ts';
import type { Found } from '#scripts/proof/walk/reading.ts';
import { typedInto } from '#scripts/proof/walk/writing.ts';

/** How many forms with the same fields, sent to the same file, are tried. */
const OF_A_KIND = 2;
/** How many ways there are to send one. */
const BUTTONS = 2;
/** A page that has only new comments to show is made anew, and no link is too old. */
const LATER_MS = 5_000;

/**
 * Sends every form that a stranger finds, the same bytes to both sites: with an address that only one
 * of them knows, with one that neither does, with none, and with what is no address; each twice. Returns
 * where the answers lead to.
 */
export async function sendForms(
  pair: Pair,
  { forms, people }: { forms: readonly FormAt[]; people: readonly Person[] },
): Promise<string[]> {
  const addresses = [...people.flatMap((one) => one.addresses), 'nobody@nowhere.example'];
  const typed = ['', 'no address', ...addresses];
  const onward = new Set<string>();
  for (const [n, { at, form }] of forms.entries()) {
    for (const [which, email] of typed.entries()) {
      for (const pressed of form.buttons.slice(0, BUTTONS)) {
        const network = `10.${n % 250}.${which}.1`;
        const typed = { email, which, pressed, network };
        const question = filled(form, at, typed);
        for (const kind of ['sending a form', 'sending a form twice']) {
          const location = headerOf(await pair.ask(kind, question), 'location');
          if (location?.startsWith('/')) onward.add(location.split('#')[0] ?? '');
        }
      }
    }
    await pair.order({ do: 'forward', ms: LATER_MS });
    await pair.order({ do: 'settle' });
  }
  return [...onward];
}

export type FormAt = { at: string; form: FoundForm };

/** Which forms have not been sent yet, a few of each kind. */
export class FormsToSend {
  readonly #routes: readonly AppRoute[];
  readonly #seen = new Map<string, number>();

  constructor(routes: readonly AppRoute[]) {
    this.#routes = routes;
  }

  choose({ forms }: Found): FormAt[] {
    const chosen: FormAt[] = [];
    for (const [at, onPage] of forms) {
      for (const form of onPage) {
        if (form.method === 'POST' && this.#isNew(form)) chosen.push({ at, form });
      }
    }
    return chosen;
  }

  #isNew({ action, fields }: FoundForm): boolean {
    const file = routeFor(this.#routes, action)?.file ?? action;
    const names = fields.map(({ name }) => name.replace(/\d+/g, '#'));
    const kind = `${file} ${names.toSorted().join()}`;
    const before = this.#seen.get(kind) ?? 0;
    this.#seen.set(kind, before + 1);
    return before < OF_A_KIND;
  }
}

type Typed = { email: string; which: number; pressed: FoundField | null; network: string };

function filled(form: FoundForm, at: string, { email, which, pressed, network }: Typed): Question {
  // Without an address nothing else is said either, so that every refusal is seen as well.
  const text = email ? `Proof: sent with the address number ${which}` : '';
  const name = email ? 'Somebody' : '';
  const { body, type } = filledIn(
    form,
    (field) => typedInto(field, { text, name, email, ticks: text !== '' }),
    pressed,
  );
  return {
    method: 'POST',
    path: form.action,
    headers: {
      'content-type': type,
      origin: 'http://twin.example',
      referer: `http://twin.example${at}`,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': network,
    },
    body,
  };
}

/** Requests that are wrong in every way that the door knows of, and some that it does not. */
export async function askWrongly(pair: Pair, paths: readonly string[]): Promise<void> {
  const ask = (method: string, path: string, more: Partial<Question> = {}): Promise<Answer> =>
    pair.ask('errors', { method, path, headers: {}, ...more });
  for (const path of paths) {
    for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS', 'TRACE']) await ask(method, path);
    await ask('POST', path, { body: '' });
    await ask('POST', path, { headers: { 'sec-fetch-site': 'cross-site' }, body: 'a=b' });
    await ask('POST', path, { headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
    await ask('POST', path, {
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'sec-fetch-site': 'same-origin',
      },
      body: '--y',
    });
    await ask('GET', path.toUpperCase());
    await ask('GET', `/${path}`);
    await ask('GET', `${path}/`);
    await ask('GET', `${path}${path.includes('?') ? '&' : '?'}utm_source=proof`);
    await ask('GET', path, { headers: { range: 'bytes=0-9' } });
  }
  for (const path of ['/%E0%A4%A', '/%00', '/no/such/page', `/${'long'.repeat(2_500)}`, '/..%2f']) {
    await ask('GET', path);
    await ask('POST', path, { body: '' });
  }
}
