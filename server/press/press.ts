import type { Freshness, Ledger } from '#lib/ledger.ts';
import type { Sheet } from '#server/press/sheet.ts';
import { Shelf } from '#server/press/shelf.ts';

/** What an address answers. `keep` says how: as a page, as one of the few brief answers, or not. */
export type Answer = (
  | { kind: 'sheet'; sheet: Sheet }
  /** `passing`: where it leads now, and perhaps elsewhere tomorrow. */
  | { kind: 'moved'; location: string; passing?: true }
  | { kind: 'status'; status: 404 | 410 | 500 }
) & { keep: 'page' | 'briefly' | 'never' };

export type PressOptions = {
  ledger: Ledger;
  /** False: nothing is kept and nothing is shared (`PRESS=0`). */
  on: boolean;
  now: () => Date;
  /** Runs something after so many milliseconds. */
  later: (work: () => void, ms: number) => void;
  capacity?: number;
};

type Flight = { answer: Promise<Answer>; generation: number };
type Brief = { answer: Answer; asked: number; generation: number };

/** A page on the shelf: when it was asked for, and how fresh it was found at which generation. */
type Held = {
  readonly sheet: Sheet;
  readonly size: number;
  readonly asked: number;
  seen: number;
  freshness: Freshness;
};

const CAPACITY = 128 * 1024 * 1024;
const BRIEF_COUNT = 2_000;
const BRIEF_MS = 10_000;

/** For so long a page is good enough if only comments have come: it is not made more often. */
const PATIENCE_MS = 1_000;

/** What is made anew within this is not made small: it would be for nobody, while readers wait. */
const SETTLED_MS = 1_000;

/** The memory of the door: finished answers by address, each rendered once however many ask. */
export class Press {
  readonly #options: PressOptions;
  readonly #pages: Shelf<Held>;
  readonly #briefs = new Map<string, Brief>();
  readonly #flights = new Map<string, Flight>();
  /** Pages that were compressed in haste, for whoever waited. */
  readonly #rough = new Map<string, Held>();
  #refining = false;

  constructor(options: PressOptions) {
    this.#options = options;
    this.#pages = new Shelf(options.capacity ?? CAPACITY);
  }

  /** A page that is held and still holds. `key` may be any text: only kept addresses are found. */
  peek(key: string): Sheet | undefined {
    const held = this.#pages.get(key);
    if (held === undefined) return undefined;
    const { ledger } = this.#options;
    if (held.seen !== ledger.generation) {
      held.freshness = ledger.freshness(held.sheet.tags, held.sheet.begun);
      held.seen = ledger.generation;
    }
    if (held.freshness === 'fresh') return held.sheet;
    if (held.freshness === 'soon stale' && this.#isWithin(PATIENCE_MS, held.asked)) {
      return held.sheet;
    }
    this.#pages.remove(key);
    return undefined;
  }

  /**
   * The answer for an address: from memory, or from the making that is under way, or by `make`. Whoever
   * comes after a tag was touched does not share a making that began before, unless it can wait.
   */
  async answer(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const { on, ledger } = this.#options;
    if (!on) return make();
    const sheet = this.peek(key);
    if (sheet) return { kind: 'sheet', sheet, keep: 'page' };
    const brief = this.#brief(key);
    if (brief) return brief;
    const flight = this.#flights.get(key);
    if (flight && flight.generation >= ledger.urgent) return flight.answer;
    const started: Flight = {
      generation: ledger.generation,
      answer: this.#make(key, make).finally(() => {
        if (this.#flights.get(key) === started) this.#flights.delete(key);
      }),
    };
    this.#flights.set(key, started);
    return started.answer;
  }

  get holds(): { bytes: number; pages: number; briefs: number } {
    return { bytes: this.#pages.bytes, pages: this.#pages.count, briefs: this.#briefs.size };
  }

  async #make(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const { ledger, now } = this.#options;
    const { generation } = ledger;
    const asked = now().getTime();
    const answer = await make();
    if (answer.keep === 'page' && answer.kind === 'sheet') {
      const { sheet } = answer;
      if (ledger.freshness(sheet.tags, sheet.begun) !== 'stale') this.#hold(key, sheet, asked);
    } else if (answer.keep === 'briefly' && generation >= ledger.urgent) {
      this.#keepBriefly(key, { answer, generation, asked });
    }
    return answer;
  }

  #hold(key: string, sheet: Sheet, asked: number): void {
    const held: Held = { sheet, size: sheet.size, asked, seen: -1, freshness: 'fresh' };
    this.#pages.put(key, held);
    this.#rough.delete(key);
    this.#rough.set(key, held);
    if (!this.#refining) this.#refineLater();
  }

  #refineLater(): void {
    this.#refining = true;
    this.#options.later(() => void this.#refine(), SETTLED_MS);
  }

  /** One after the other, so that it takes no more than one thread from those who are waiting. */
  async #refine(): Promise<void> {
    for (const [key, held] of this.#rough) {
      if (this.#isWithin(SETTLED_MS, held.asked)) break;
      this.#rough.delete(key);
      if (this.peek(key) !== held.sheet) continue;
      const sheet = await held.sheet.fine();
      if (this.#pages.get(key) !== held) continue;
      this.#pages.put(key, { ...held, sheet, size: sheet.size });
    }
    this.#refining = this.#rough.size > 0;
    if (this.#refining) this.#refineLater();
  }

  /** Addresses that lead nowhere hold until anything at all is touched, or ten seconds. */
  #brief(key: string): Answer | undefined {
    const brief = this.#briefs.get(key);
    if (!brief) return undefined;
    const { ledger } = this.#options;
    const holds = brief.generation === ledger.generation ? BRIEF_MS : PATIENCE_MS;
    if (brief.generation >= ledger.urgent && this.#isWithin(holds, brief.asked)) {
      return brief.answer;
    }
    this.#briefs.delete(key);
    return undefined;
  }

  /** A clock that was set back makes nothing hold longer. */
  #isWithin(milliseconds: number, since: number): boolean {
    const passed = this.#options.now().getTime() - since;
    return passed >= 0 && passed < milliseconds;
  }

  #keepBriefly(key: string, brief: Brief): void {
    this.#briefs.delete(key);
    for (const oldest of this.#briefs.keys()) {
      if (this.#briefs.size < BRIEF_COUNT) break;
      this.#briefs.delete(oldest);
    }
    this.#briefs.set(key, brief);
  }
}
