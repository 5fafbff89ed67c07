import { and, count, eq, inArray } from 'drizzle-orm';
import { audit } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import type { Caller } from '#e2e/doors/callers.ts';
import type { StoryDoor } from '#e2e/doors/stories.ts';
import { newId } from '#lib/ids.ts';
import type { Person } from '#tests/permissions/others.ts';
import { CLASSES, type Class, cellsOf, STATES, STORIES } from '#tests/permissions/stories.ts';
import type { Told } from '#tests/permissions/story-acts.ts';
import { told } from '#tests/permissions/telling.ts';

type State = (typeof STATES)[number];
type Cell = { caller: Caller; whose: 'own' | 'others'; state: State; expected: string };
type Prepared = Cell & { story: Told; id: string };

/** As many requests at once as two processors are busy with. */
const AT_ONCE = 6;
/** As many stories in one transaction as do not keep the site waiting. */
const TOGETHER = 10;

/** The stories that the doors are tried on. */
export class Newsroom {
  /** For whoever is refused: nobody changes them, so that one for each state is enough. */
  readonly #untouched = new Map<string, Told>();
  /** For what may be done again and again. */
  readonly #used = new Map<string, Told>();
  readonly #ready = new Map<string, string>();
  readonly #callers: ReadonlyMap<Person, Caller>;
  readonly #sectionId: string;
  readonly #guestId: string;

  constructor(callers: ReadonlyMap<Person, Caller>, sectionId: string, guestId: string) {
    this.#callers = callers;
    this.#sectionId = sectionId;
    this.#guestId = guestId;
  }

  /** Each person at the door, with their own story and with others', in each state: what is not so. */
  async wrongAt(door: StoryDoor): Promise<string[]> {
    const cells = await this.#prepare(door, this.#cellsOf(door));
    const wrong: string[] = [];
    const queue = cells.values();
    const knock = async () => {
      for (const cell of queue) {
        const found = await this.#knock(door, cell);
        const { caller, whose, state, expected } = cell;
        if (found !== expected) {
          wrong.push(`${caller.person}, ${whose} ${state}: ${found} instead of ${expected}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, knock));
    return wrong;
  }

  /** What those who were refused did all the same. */
  async traces(): Promise<string[]> {
    const stories = [...this.#untouched.values()].map(({ storyId }) => storyId);
    const people = [...this.#callers.values()].map(({ account }) => `staff:${account?.id}`);
    const rows = await read
      .select({ act: audit.act, actor: audit.actor })
      .from(audit)
      .where(and(inArray(audit.thingId, stories), inArray(audit.actor, people)));
    return rows.map(({ act, actor }) => `${actor} ${act}`);
  }

  #cellsOf(door: StoryDoor): Cell[] {
    const row = STORIES[door.act];
    if (!row) throw new Error(`the table does not have ${door.act}`);
    const people = Object.entries(CLASSES).flatMap(([name, list]) =>
      list.map((person) => ({ person, cells: cellsOf(row, name as Class) })),
    );
    return people.flatMap(({ person, cells }) =>
      (['own', 'others'] as const).flatMap((whose) =>
        STATES.map((state, n) => {
          const caller = this.#callers.get(person);
          if (!caller) throw new Error(`${person} is not there`);
          const expected = atThisDoor(person, cells[whose][n] ?? '');
          return { caller, whose, state, expected };
        }),
      ),
    );
  }

  /** Tells the stories that are missing, many in one transaction. */
  async #prepare(door: StoryDoor, cells: readonly Cell[]): Promise<Prepared[]> {
    const prepared: Prepared[] = [];
    for (let n = 0; n < cells.length; n += TOGETHER) {
      await transaction(async () => {
        for (const cell of cells.slice(n, n + TOGETHER)) {
          const story = await this.#storyFor(door, cell);
          prepared.push({ ...cell, story, id: await this.#readied(door, cell, story) });
        }
      });
    }
    return prepared;
  }

  async #storyFor(door: StoryDoor, { caller, whose, state, expected }: Cell): Promise<Told> {
    const own = whose === 'own' ? caller.account?.authorId : undefined;
    const tell = () => told(this.#sectionId, own || this.#guestId, state);
    const changes = expected === 'Y' && !door.reads;
    if (changes && !door.again) return tell();
    const kept = changes ? this.#used : this.#untouched;
    const name = `${whose === 'own' || changes ? caller.person : ''} ${whose} ${state}`;
    const story = kept.get(name) ?? (await tell());
    kept.set(name, story);
    return story;
  }

  async #readied(door: StoryDoor, { caller, expected }: Cell, story: Told): Promise<string> {
    if (!door.ready) return '';
    if (expected === 'Y') return door.ready(story, caller);
    const name = `${door.by} ${story.storyId}`;
    const id = this.#ready.get(name) ?? (await door.ready(story, caller));
    this.#ready.set(name, id);
    return id;
  }

  async #knock(door: StoryDoor, { caller, state, expected, story, id }: Prepared): Promise<string> {
    const changes = expected === 'Y' && !door.reads;
    const before = changes ? await audited(story, caller) : 0;
    const { letter, why } = await door.knock(caller, story, id);
    if (state === 'draft' && expected === '0' && letter === '0') {
      const nothing = await door.knock(caller, madeUp(story), newId());
      if (nothing.letter !== '0' || nothing.why !== why) return '(not as if it were not there)';
    }
    const isDone = !changes || letter !== 'Y' || (await audited(story, caller)) > before;
    return isDone ? letter : '(not in the audit log)';
  }
}

/** A story that there is not. */
function madeUp(story: Told): Told {
  return { ...story, storyId: newId(), revisionId: newId(), firstId: newId() };
}

/** Whoever is signed out is told so whatever they ask. */
function atThisDoor(person: Person, letter: string): string {
  return person === 'nobody signed in' && /[n0]/.test(letter) ? 'o' : letter;
}

async function audited({ storyId }: Told, { account }: Caller): Promise<number> {
  const [counted] = await read
    .select({ rows: count() })
    .from(audit)
    .where(and(eq(audit.thingId, storyId), eq(audit.actor, `staff:${account?.id}`)));
  return counted?.rows ?? 0;
}
