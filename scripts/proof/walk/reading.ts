import { type Answer, HOST, headerOf, type Question, textOf } from '#scripts/proof/asking.ts';
import { type FoundForm, formsIn } from '#scripts/proof/forms.ts';
import { linksIn } from '#scripts/proof/links.ts';
import type { Pair } from '#scripts/proof/pair.ts';
import { type AppRoute, routeFor } from '#scripts/proof/routes.ts';

/** What a walk found: each page by its address, and the forms that stand on them. */
export type Found = { pages: Map<string, Answer>; forms: Map<string, FoundForm[]> };

export type Reading = {
  kind: string;
  routes: readonly AppRoute[];
  starts: readonly string[];
  /** Cookies of whoever reads. */
  headers?: Readonly<Record<string, string>>;
  /** How many addresses that the same file answers are read. */
  most: number;
  /** Also by HEAD, with what is known already, and as the framework's own client asks. */
  everyWay?: boolean;
  /** Pages whose parts may come in any order. */
  inParts?: boolean;
  /** True for addresses that are left alone. */
  skip?: (path: string) => boolean;
};

/** Reads everything that leads from `starts` to somewhere on the same site. */
export async function readAll(pair: Pair, reading: Reading): Promise<Found> {
  const { kind, routes, starts, headers = {}, most, everyWay = false } = reading;
  const found: Found = { pages: new Map(), forms: new Map() };
  const queue = new Set(starts);
  const read = new Map<string, number>();
  for (const path of queue) {
    if (reading.skip?.(path)) continue;
    const file = routeFor(routes, path)?.file ?? (path.split('/')[1] || '/');
    const before = read.get(file) ?? 0;
    if (before >= most) continue;
    read.set(file, before + 1);
    const question = { method: 'GET', path, headers };
    const answer = await (reading.inParts
      ? pair.askForParts(kind, question)
      : pair.ask(kind, question));
    found.pages.set(path, answer);
    if (everyWay) await readInEveryWay(pair, question, answer);
    const text = textOf(answer);
    const base = `http://${HOST}${path}`;
    if (text) found.forms.set(path, formsIn(text, path));
    const onward = headerOf(answer, 'location');
    for (const link of linksIn(text + (onward ? ` href="${onward}"` : ''), base)) queue.add(link);
  }
  return found;
}

async function readInEveryWay(pair: Pair, question: Question, answer: Answer): Promise<void> {
  await pair.ask('HEAD', { ...question, method: 'HEAD' });
  const etag = headerOf(answer, 'etag');
  if (etag) {
    const headers = { ...question.headers, 'if-none-match': etag };
    await pair.ask('what is known already', { ...question, headers });
  }
  if (!headerOf(answer, 'content-type')?.startsWith('text/html')) return;
  const rsc = { ...question.headers, rsc: '1', 'next-url': question.path };
  await pair.ask('RSC', { ...question, headers: rsc });
  const { path } = question;
  const marked = `${path}${path.includes('?') ? '&' : '?'}_rsc=proof`;
  await pair.ask('RSC', { ...question, path: marked, headers: rsc });
}
