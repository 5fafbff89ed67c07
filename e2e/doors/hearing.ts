import { SIGNED_OUT } from '#lib/forms.ts';

/**
 * What a door answered, as a letter of the tables (Y n s 0), and besides them: o "you are signed out",
 * - nothing at all. What is none of these is spelled out.
 */
export type Heard = { letter: string; why: string };

/** What a policy says when a role is not enough, what is said of what is not there, and of a state. */
const ROLE =
  /^(Only |Your role does not |You may not |This is somebody else’s story: |It is published: |Another administrator )/;
const NOT_THERE = /^There is no such /;
const NOT_NOW =
  /^(There is nothing |It is not |Nothing is |No take-down |Readers (do not )?see |It is scheduled |This text is )/;

const BY_CODE: Record<string, string> = { forbidden: 'n', illegal: 's', missing: '0' };
const BY_STATUS: Record<number, string> = { 401: 'o', 403: 'n', 404: '0', 409: 's' };

/** What an action returned, whichever of the shapes of the desk's answers it has. */
export function heardIn(returned: unknown): Heard {
  if (returned === null) return { letter: '-', why: '' };
  const { ok, status, link, code, why, message, refused, done, problem } = returned as Answer;
  const isDone = ok === true || status === 'done' || typeof link === 'string' || problem === '';
  const isDoneOfMany = refused?.length === 0 && (message === '' || Number(done) > 0);
  if (isDone || isDoneOfMany) return { letter: 'Y', why: '' };
  const reason = refused?.[0]?.why ?? problem ?? why ?? message ?? '';
  return { letter: letterOf(reason, code), why: reason };
}

type Answer = {
  ok?: boolean;
  status?: string;
  link?: string | null;
  code?: string;
  why?: string;
  message?: string;
  refused?: { why: string }[];
  done?: number;
  problem?: string;
};

function letterOf(why: string, code?: string): string {
  if (why === SIGNED_OUT.message) return 'o';
  if (code) return BY_CODE[code] && why.length > 10 ? BY_CODE[code] : `(${code}: ${why})`;
  if (NOT_THERE.test(why)) return '0';
  if (ROLE.test(why)) return 'n';
  return NOT_NOW.test(why) ? 's' : `(${why})`;
}

/** What a route answered: its status, and the reason in its body. */
export async function heardFrom(answer: Response): Promise<Heard> {
  const text = await answer.text();
  if (answer.ok || answer.status === 302 || answer.status === 303) return { letter: 'Y', why: '' };
  const letter = BY_STATUS[answer.status] ?? `(${answer.status}: ${text.slice(0, 100)})`;
  if (letter === '0') return { letter, why: '' };
  const { why = '' } = answer.headers.get('content-type')?.startsWith('application/json')
    ? (JSON.parse(text) as { why?: string })
    : {};
  return why.length > 10 ? { letter, why } : { letter: `(${answer.status} without a reason)`, why };
}

/** What a page of the desk answered. One that shows why somebody may not act shows one of `reasons`. */
export async function heardOn(answer: Response, reasons: readonly string[] = []): Promise<Heard> {
  const text = await answer.text();
  const { status, headers } = answer;
  if (status === 404) return { letter: '0', why: '' };
  if (headers.get('location')?.includes('/desk/sign-in')) return { letter: 'o', why: '' };
  if (status !== 200) return { letter: `(${status})`, why: '' };
  const why = reasons.find((reason) => text.includes(reason));
  return why ? { letter: 'n', why } : { letter: 'Y', why: '' };
}
