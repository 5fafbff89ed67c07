import { type Answer, headerOf, textOf } from '#scripts/proof/asking.ts';
import type { Person } from '#scripts/proof/cast.ts';
import { type FoundField, type FoundForm, filledIn, formsIn } from '#scripts/proof/forms.ts';
import type { Both, Cookies, Pair } from '#scripts/proof/pair.ts';

/** `reserved`: ticks no box, and so is not known again by a name that was shared. */
export type Written = { text: string; name: string; by: Person; reserved?: boolean };

/** Somebody fills in the comment form of a page, at both sites from an address of their own. */
export async function comment(
  pair: Pair,
  kind: string,
  at: string,
  written: Written,
  cookies: Cookies,
): Promise<string> {
  const page = await pair.ask(kind, { method: 'GET', path: at, headers: {} });
  const form = commentForm(page, at);
  if (!form) throw new Error(`there is no comment form at ${at}`);
  const answer = await pair.askEach(kind, fromBoth(form, written));
  cookies.keep(answer);
  const own = headerOf(answer, 'location');
  if (answer.status >= 400 || !own) {
    throw new Error(`a comment at ${at} was not taken in: ${answer.status}`);
  }
  return own;
}

/** The same form, filled in at each site by the one who is the same person there. */
export function fromBoth(form: FoundForm, { text, name, by, reserved }: Written): Both {
  const [pressed = null] = form.buttons;
  const sent = (side: 0 | 1) => {
    const words = { text, name, email: by.addresses[side], ticks: !reserved };
    const { body, type } = filledIn(form, (field) => typedInto(field, words), pressed);
    const headers = {
      'content-type': type,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': by.networks[side],
    };
    return { method: 'POST', path: form.action, headers, body };
  };
  return [sent(0), sent(1)];
}

export function commentForm(page: Answer, at: string): FoundForm | undefined {
  return formsIn(textOf(page), at).find(
    ({ action, fields }) =>
      action.endsWith('/comments') && fields.some(({ name }) => name === 'email'),
  );
}

export type Words = { text: string; name: string; email: string; ticks: boolean };

/** What a person types, and ticks. What is hidden stays as it is, and what is for machines stays empty. */
export function typedInto({ name, type, value }: FoundField, words: Words): string | null {
  if (type === 'hidden') return value;
  if (type === 'checkbox' || type === 'radio') return words.ticks ? value : null;
  if (type === 'email' || name === 'email') return words.email;
  if (type === 'textarea') return words.text;
  return name === 'name' ? words.name : value;
}
