import type { KnownPath } from '#features/paths/queries.ts';
import { encodePath } from '#server/door/address.ts';
import { framesIn } from '#server/door/frames.ts';
import { readerLines, secretLines } from '#server/door/lines.ts';
import type { Origin, OriginAnswer } from '#server/door/origin.ts';
import type { Route } from '#server/door/routes.ts';
import { clean } from '#server/press/clean.ts';
import type { Answer } from '#server/press/press.ts';
import { Sheet } from '#server/press/sheet.ts';

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

  async make(route: PageRoute, query: string, stash?: unknown): Promise<Answer> {
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
    const answer = await this.#options.origin.render({ path: route.inside, stash });
    if (answer.status === 404 || answer.status === 410) {
      return { kind: 'status', status: answer.status, keep: 'briefly' };
    }
    const { location } = answer.headers;
    if (answer.status >= 300 && answer.status < 400 && typeof location === 'string') {
      return { kind: 'moved', location, passing: true, keep: 'never' };
    }
    if (answer.status !== 200) return { kind: 'status', status: 500, keep: 'never' };
    return this.#sheet(answer, 200, { keep: route.keep === 'page', secret: route.secret });
  }

  /** An internal page, sent with a status of the door's choosing. */
  async page(
    path: string,
    status: number,
    { keep, stash, secret = false }: { keep: boolean; stash?: unknown; secret?: boolean },
  ): Promise<Answer> {
    const answer = await this.#options.origin.render({ path, stash });
    if (answer.status !== 200) {
      throw new Error(`the internal page ${path} was answered with ${answer.status}`);
    }
    return this.#sheet(answer, status, { keep, secret });
  }

  /** Without a tag nothing would ever make the answer stale, so it is not kept. */
  #sheet(
    { headers, body, tags, begun }: OriginAnswer,
    status: number,
    may: { keep: boolean; secret: boolean },
  ): Answer {
    const keep = may.keep && tags.length > 0;
    const type = String(headers['content-type'] ?? 'application/octet-stream');
    const html = type.startsWith('text/html') ? clean(body.toString('utf8')) : null;
    const frames = html ? framesIn(html) : [];
    // An error may be over in a second: no cache but the press may hold the page about it.
    const lines = readerLines(this.#options.secure, keep && status < 500, tags, frames);
    const of = {
      status,
      type,
      compress: true,
      lines: may.secret ? secretLines(lines) : lines,
      tags,
      begun,
      body: html === null ? body : Buffer.from(html),
    };
    return { kind: 'sheet', sheet: new Sheet(of), keep: keep ? 'page' : 'never' };
  }
}
