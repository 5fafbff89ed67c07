import { createHash } from 'node:crypto';
import type { TwinAnswers, TwinOrder } from '#lib/twin-orders.ts';
import { type Answer, cookiesOf, type Question } from '#scripts/proof/asking.ts';
import { type Difference, differencesOf, textDifference } from '#scripts/proof/differences.ts';
import { type AppRoute, addressLike, routeFor } from '#scripts/proof/routes.ts';
import type { Twin } from '#scripts/proof/twin.ts';

/** One question as each of the two gets it. They differ in addresses and networks, or in nothing. */
export type Both = readonly [one: Question, other: Question];

export type Observation = { kind: string; what: string; status: number };

/** What is known of a file of the application after the walk. */
export type RouteVisits = { file: string; asked: number; answered: number };

/** How often a page may come in another order before that is a difference. */
const TRIES = 12;

/** The two sites side by side: everything is asked of both, and every difference is kept. */
export class Pair {
  readonly twins: readonly [Twin, Twin];
  readonly observations: Observation[] = [];
  readonly differences: Difference[] = [];
  readonly #routes: readonly AppRoute[];
  readonly #visits = new Map<string, { asked: number; answered: number }>();
  /** An address that each file has answered for. */
  readonly #found = new Map<AppRoute, string>();
  readonly #digest = createHash('sha256');
  /** Called after each question: a walk may end at the first difference. */
  readonly #after: (pair: Pair) => void;

  constructor(
    twins: readonly [Twin, Twin],
    routes: readonly AppRoute[],
    after: (pair: Pair) => void = () => undefined,
  ) {
    this.twins = twins;
    this.#routes = routes;
    this.#after = after;
  }

  /** The same bytes to both. */
  ask(kind: string, question: Question): Promise<Answer> {
    return this.askEach(kind, [question, question]);
  }

  /** Returns what the first one said, which is what both said unless a difference was noted. */
  async askEach(kind: string, both: Both): Promise<Answer> {
    const { left, differences, what } = await this.#compare(kind, both);
    this.note(kind, what, left.status, differences);
    this.#digest.update(`${what}\n${left.status}\n${left.lines.join('\n')}\n\n`).update(left.body);
    this.#after(this);
    return left;
  }

  /**
   * The same for a page of the desk, whose parts Next sends in the order in which they get ready. Two
   * that say the same do so in one of a few times; two that do not never do.
   */
  async askForParts(kind: string, question: Question): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const { left, differences, what } = await this.#compare(kind, [question, question]);
      if (differences.length > 0 && tries < TRIES) continue;
      this.note(kind, what, left.status, differences);
      this.#after(this);
      return left;
    }
  }

  async #compare(kind: string, [one, other]: Both) {
    const [first, second] = this.twins;
    const [left, right] = await Promise.all([first.ask(one), second.ask(other)]);
    const what = `${one.method} ${one.path}`;
    return { left, what, differences: differencesOf(`${what} (${kind})`, left, right) };
  }

  /** Something else that both say or keep. */
  compareText(kind: string, what: string, one: string, other: string): void {
    this.note(kind, what, 0, textDifference(what, one, other));
    this.#digest.update(`${what}\n${one}`);
    this.#after(this);
  }

  note(kind: string, what: string, status: number, differences: readonly Difference[]): void {
    this.observations.push({ kind, what, status });
    this.differences.push(...differences);
  }

  async order<O extends TwinOrder>(order: O): Promise<TwinAnswers[O['do']]> {
    const [one] = await Promise.all(this.twins.map((twin) => twin.order(order)));
    return one as TwinAnswers[O['do']];
  }

  /** Which files answered since the last time, and whether both sites asked them the same. */
  async countVisits(): Promise<void> {
    const [first, second] = this.twins;
    const [one, other] = [
      await first.order({ do: 'visits' }),
      await second.order({ do: 'visits' }),
    ];
    const written = (visits: typeof one) =>
      visits.map(({ method, path, status }) => `${method} ${path} ${status}`).join('\n');
    this.compareText('inside', 'what the application was asked', written(one), written(other));
    for (const { path, status } of one) {
      const route = routeFor(this.#routes, path);
      if (!route) continue;
      const { file } = route;
      if (status < 400) this.#found.set(route, path);
      const before = this.#visits.get(file) ?? { asked: 0, answered: 0 };
      const answered = before.answered + (status < 400 ? 1 : 0);
      this.#visits.set(file, { asked: before.asked + 1, answered });
    }
  }

  /** For each file that was not asked yet, an address that it would answer for. */
  get unasked(): string[] {
    const found = [...this.#found].map(([route, path]) => ({ route, path }));
    return this.#routes
      .filter(({ file }) => !this.#visits.has(file))
      .map((route) => addressLike(route, found));
  }

  /** Every file that answers, with how often it was asked. */
  get routes(): RouteVisits[] {
    return this.#routes.map(({ file }) => ({
      file,
      ...(this.#visits.get(file) ?? { asked: 0, answered: 0 }),
    }));
  }

  get digest(): string {
    return this.#digest.copy().digest('hex');
  }
}

/** The cookies that a visitor keeps, of both sites at once: if they differ, that is a difference. */
export class Cookies {
  readonly #kept = new Map<string, string>();

  keep(answer: Answer): void {
    for (const line of cookiesOf(answer)) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0\b/i.test(line)) this.#kept.delete(pair.slice(0, at));
      else this.#kept.set(pair.slice(0, at), value);
    }
  }

  get headers(): Record<string, string> {
    if (this.#kept.size === 0) return {};
    return { cookie: [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}
