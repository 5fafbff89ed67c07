import type { KnownPath } from '#features/paths/queries.ts';
import { TAGS_HEADER } from '#lib/pressed.ts';
import { encodePath } from '#server/door/address.ts';
import { readerLines } from '#server/door/lines.ts';
import type { Origin, OriginAnswer } from '#server/door/origin.ts';
import type { Route } from '#server/door/routes.ts';
import { clean } from '#server/press/clean.ts';
import type { Answer } from '#server/press/press.ts';
import { type Encoding, print, type Sheet } from '#server/press/sheet.ts';

type PageRoute = Extract<Route, { kind: 'page' }>;

export type ReaderOptions = {
  origin: Origin;
  lookUp: (path: string) => Promise<KnownPath | null>;
  secure: boolean;
};

/** Makes what a reader's address answers: the registry decides first, then Next renders. */
export class Readers {
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  async make(route: PageRoute, query: string, encodings?: readonly Encoding[]): Promise<Answer> {
    const { registered } = route;
    if (registered) {
      const known = await this.#options.lookUp(registered.path);
      if (known?.state === 'gone') return { kind: 'status', status: 410, keep: 'briefly' };
      if (known?.state === 'moved' && known.target) {
        const location = `${encodePath(known.target + registered.rest)}${query}`;
        return { kind: 'moved', location, keep: 'briefly' };
      }
      if (!known && registered.strict) return { kind: 'status', status: 404, keep: 'briefly' };
    }
    const keep = route.keep === 'page';
    const answer = await this.#options.origin.render({
      path: route.inside,
      // A stray query string changes nothing in the page, so Next may keep what it renders.
      keep: keep || route.inside.includes('?'),
    });
    if (answer.status === 404 || answer.status === 410) {
      return { kind: 'status', status: answer.status, keep: 'briefly' };
    }
    const { location } = answer.headers;
    if (answer.status >= 300 && answer.status < 400 && typeof location === 'string') {
      return { kind: 'moved', location, keep: 'never' };
    }
    if (answer.status !== 200) return { kind: 'status', status: 500, keep: 'never' };
    const tags = tagsOf(answer);
    const sheet = await this.#sheet(answer, 200, keep, encodings);
    return { kind: 'sheet', sheet, keep: keep && tags !== null ? 'page' : 'never' };
  }

  /** An internal page, sent with a status of the door's choosing. */
  async page(
    path: string,
    status: number,
    { keep, stash, encodings }: { keep: boolean; stash?: unknown; encodings?: readonly Encoding[] },
  ): Promise<Answer> {
    const answer = await this.#options.origin.render({ path, keep, stash });
    if (answer.status !== 200) {
      throw new Error(`the internal page ${path} was answered with ${answer.status}`);
    }
    const sheet = await this.#sheet(answer, status, keep, encodings);
    return { kind: 'sheet', sheet, keep: keep && answer.tags !== null ? 'page' : 'never' };
  }

  #sheet(
    answer: OriginAnswer,
    status: number,
    keep: boolean,
    encodings?: readonly Encoding[],
  ): Promise<Sheet> {
    const { headers, body, begun } = answer;
    const type = String(headers['content-type'] ?? 'application/octet-stream');
    const html = type.startsWith('text/html');
    const tags = tagsOf(answer) ?? [];
    const of = {
      status,
      type,
      // An error may be over in a second: no cache but the press may hold the page about it.
      lines: readerLines(this.#options.secure, keep && status < 500, tags),
      tags,
      begun,
      body: html ? Buffer.from(clean(body.toString('utf8'))) : body,
    };
    return print(of, encodings);
  }
}

/** The tags that make an answer stale; null if nobody named them, so that it cannot be kept. */
function tagsOf({ tags, headers }: OriginAnswer): string[] | null {
  const named = headers[TAGS_HEADER];
  if (typeof named === 'string') return named.split(',').filter(Boolean);
  // Next's own tags, one for each part of the path, are touched by nobody here.
  return tags?.filter((tag) => !tag.startsWith('_N_T_')) ?? null;
}
