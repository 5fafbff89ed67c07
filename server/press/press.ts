import type { Ledger } from '#lib/ledger.ts';
import type { Sheet } from '#server/press/sheet.ts';
import { Shelf } from '#server/press/shelf.ts';

/** What an address answers. `keep` says how: as a page, as one of the few brief answers, or not. */
export type Answer = (
  | { kind: 'sheet'; sheet: Sheet }
  | { kind: 'moved'; location: string }
  | { kind: 'status'; status: 404 | 410 | 500 }
) & { keep: 'page' | 'briefly' | 'never' };

export type PressOptions = {
  ledger: Ledger;
  /** False: nothing is kept and nothing is shared (`PRESS=0`). */
  on: boolean;
  now: () => Date;
  /** Runs something when there is time for it. */
  later: (work: () => void) => void;
  capacity?: number;
};

type Flight = { answer: Promise<Answer>; generation: number };
type Brief = { answer: Answer; until: number; generation: number };

const CAPACITY = 128 * 1024 * 1024;
const BRIEF_COUNT = 2_000;
const BRIEF_MS = 10_000;

/** The memory of the door: finished answers by address, each rendered once however many ask. */
export class Press {
  readonly #options: PressOptions;
  readonly #pages: Shelf<Sheet>;
  readonly #briefs = new Map<string, Brief>();
  readonly #flights = new Map<string, Flight>();
  /** Pages that were compressed in haste, for whoever waited. */
  readonly #rough = new Map<string, Sheet>();
  #refining = false;

  constructor(options: PressOptions) {
    this.#options = options;
    this.#pages = new Shelf(options.capacity ?? CAPACITY);
  }

  /** A page that is held and still holds. `key` may be any text: only kept addresses are found. */
  peek(key: string): Sheet | undefined {
    const sheet = this.#pages.get(key);
    if (sheet === undefined) return undefined;
    const { ledger } = this.#options;
    if (sheet.seen === ledger.generation) return sheet;
    if (ledger.isStale(sheet.tags, sheet.begun)) {
      this.#pages.remove(key);
      return undefined;
    }
    sheet.seen = ledger.generation;
    return sheet;
  }

  /**
   * The answer for an address: from memory, or from the making that is under way, or by `make`. Whoever
   * comes after a tag was touched does not share a making that began before.
   */
  async answer(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const { on, ledger } = this.#options;
    if (!on) return make();
    const sheet = this.peek(key);
    if (sheet) return { kind: 'sheet', sheet, keep: 'page' };
    const brief = this.#brief(key);
    if (brief) return brief;
    const flight = this.#flights.get(key);
    if (flight && flight.generation === ledger.generation) return flight.answer;
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
    const answer = await make();
    if (answer.keep === 'page' && answer.kind === 'sheet') {
      const { sheet } = answer;
      if (!ledger.isStale(sheet.tags, sheet.begun)) this.#hold(key, sheet);
    } else if (answer.keep === 'briefly' && generation === ledger.generation) {
      this.#keepBriefly(key, { answer, generation, until: now().getTime() + BRIEF_MS });
    }
    return answer;
  }

  #hold(key: string, sheet: Sheet): void {
    this.#pages.put(key, sheet);
    this.#rough.set(key, sheet);
    if (this.#refining) return;
    this.#refining = true;
    this.#options.later(() => void this.#refine());
  }

  /** One after the other, so that it takes no more than one thread from those who are waiting. */
  async #refine(): Promise<void> {
    try {
      for (const [key, sheet] of this.#rough) {
        this.#rough.delete(key);
        if (this.#pages.get(key) !== sheet) continue;
        const fine = await sheet.fine();
        if (this.#pages.get(key) === sheet) this.#pages.put(key, fine);
      }
    } finally {
      this.#refining = false;
    }
  }

  /** Addresses that lead nowhere hold until anything at all is touched, or ten seconds. */
  #brief(key: string): Answer | undefined {
    const brief = this.#briefs.get(key);
    if (!brief) return undefined;
    const { ledger, now } = this.#options;
    if (brief.generation === ledger.generation && now().getTime() < brief.until)
      return brief.answer;
    this.#briefs.delete(key);
    return undefined;
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
