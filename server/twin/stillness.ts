import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { repeatableBytes } from '#lib/chance.ts';
import { setClock } from '#lib/clock.ts';
import { drawEachAlone } from '#lib/ids.ts';

/**
 * Holds the clock and chance of this whole process still, Next's and every package's too, so that two
 * processes that are asked the same say the same bytes. To be made before anything else is loaded.
 *
 * What is drawn depends on for what (`within`) and by which lines of code, not on what was drawn
 * before: one draw more in one place changes nothing in another.
 */
export class Stillness {
  readonly #seed: string;
  #at: Date;
  readonly #subject = new AsyncLocalStorage<{ name: string; drawn: Map<string, number> }>();
  readonly #nobody = { name: 'start', drawn: new Map<string, number>() };

  constructor(seed: string, at: Date) {
    this.#seed = seed;
    this.#at = at;
    this.#holdClock();
    this.#holdChance();
  }

  forward(ms: number): void {
    this.#at = new Date(this.#at.getTime() + ms);
  }

  /** What `work` draws is drawn for `name`. The same name again draws the same. */
  within<T>(name: string, work: () => T): T {
    return this.#subject.run({ name, drawn: new Map() }, work);
  }

  #holdClock(): void {
    const present = () => this.#at.getTime();
    setClock({ now: () => new Date(present()) });
    globalThis.Date = new Proxy(Date, {
      construct: (date, given, asked) =>
        Reflect.construct(date, given.length === 0 ? [present()] : given, asked),
      apply: (date) => new date(present()).toString(),
      get: (date, name) => (name === 'now' ? present : Reflect.get(date, name)),
    });
  }

  #holdChance(): void {
    const draw = (bytes: number) => this.#draw(bytes);
    const fill = <T extends ArrayBufferView>(into: T): T => {
      const { buffer, byteOffset, byteLength } = into;
      new Uint8Array(buffer, byteOffset, byteLength).set(draw(byteLength));
      return into;
    };
    const later = <T>(value: T, done: (error: null, value: T) => void) =>
      queueMicrotask(() => done(null, value));
    const randomBytes = (bytes: number, done?: (error: null, drawn: Buffer) => void) => {
      const drawn = draw(bytes);
      return done ? later(drawn, done) : drawn;
    };
    const randomUUID = () => {
      const hex = draw(16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    };
    drawEachAlone();
    put(crypto, { randomBytes, randomUUID, randomFillSync: fill });
    put(Object.getPrototypeOf(crypto.webcrypto), { getRandomValues: fill, randomUUID });
    syncBuiltinESMExports();
    Math.random = () => draw(4).readUInt32BE() / 2 ** 32;
  }

  #draw(bytes: number): Buffer {
    const { name, drawn } = this.#subject.getStore() ?? this.#nobody;
    const where = callers();
    const times = (drawn.get(where) ?? 0) + 1;
    drawn.set(where, times);
    return repeatableBytes(`${this.#seed} ${name} ${where} ${times}`)(bytes);
  }
}

/** Some of what Node has can be replaced only by its definition. */
function put(into: object, functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(into, name, { value, configurable: true, writable: true });
  }
}

/** Who asked `newId` for one, and who asked that: enough to tell for what is drawn. */
const CALLERS = 6;

/** The lines of code that draw, without those by which the engine came to run them. */
function callers(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 4 * CALLERS;
  const { stack = '' } = new Error('drawn');
  Error.stackTraceLimit = stackTraceLimit;
  return stack
    .split('\n')
    .filter((line) => !/ async |\(?node:|server\/twin\/stillness/.test(line))
    .slice(1, 1 + CALLERS)
    .join();
}
