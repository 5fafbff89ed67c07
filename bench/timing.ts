import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { apart, histogram, quantiles } from '#bench/distribution.ts';
import { atMost, type Row } from '#bench/table.ts';
import { commentPrivacyPath, postCommentPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';

/** What is timed: a form, and what somebody types who wants to know whether an address is known. */
type Form = { what: string; path: string; fields: (email: string, n: number) => object };

/** Addresses by their number. */
type Addresses = (n: number) => string;

const BREATH_MS = 2_000;
const WARM_UP = 40;

/**
 * Whether it shows by how long an answer takes that an address is known: the same form, sent in turns
 * with an address that was seen before and with one that was not, by one client after the other.
 */
export async function timing(dataDir: string, samples: number): Promise<Row[]> {
  const [before = '', story = ''] = storiesIn(dataDir);
  const site = await startSite(dataDir, { env: { TRUST_PROXY: '1' } });
  try {
    const comment = {
      what: 'A comment',
      fields: (email: string, n: number) => ({ text: `Timing ${n}`, name: 'Somebody', email }),
    };
    const visitor = new Visitor(site);
    const named = (name: string) => (n: number) => `${name}.reader.${n}@example.org`;
    const known = named('known');
    for (let n = -WARM_UP; n < samples; n += 1) {
      await visitor.send({ ...comment, path: postCommentPath(before) }, known(n), n);
    }
    const asking = {
      what: 'Asking what is held',
      path: commentPrivacyPath(),
      fields: (email: string) => ({ email }),
    };
    const commenting = { ...comment, path: postCommentPath(story) };
    return [
      ...(await compare(visitor, commenting, { known, unknown: named('other'), samples })),
      ...(await compare(visitor, asking, { known, unknown: named('never'), samples })),
    ];
  } finally {
    await site.stop();
  }
}

async function compare(
  visitor: Visitor,
  form: Form,
  { known, unknown, samples }: { known: Addresses; unknown: Addresses; samples: number },
): Promise<Row[]> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = -WARM_UP; n < samples; n += 1) {
    // Whichever comes first may find something warm: each does as often as the other.
    const order = n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const which of order) {
      const email = which === 'known' ? known(n) : unknown(n);
      const took = await visitor.send(form, email, n);
      if (n >= 0) times[which].push(took);
    }
  }
  console.log(form.what);
  for (const line of histogram(times)) console.log(line);
  const { distance, chance, rank } = apart(times.known, times.unknown);
  const what = `${form.what}, answered`;
  return [
    { what: `${what}, known address: 5, 50, 95 of 100`, figure: quantiles(times.known) },
    { what: `${what}, unknown address: 5, 50, 95 of 100`, figure: quantiles(times.unknown) },
    atMost(
      `${what}: furthest apart (Kolmogorov and Smirnov)`,
      distance,
      Number(chance.toFixed(3)),
      '',
      3,
    ),
    {
      what: `${what}: a known one takes longer than an unknown one`,
      figure: `${(rank * 100).toFixed(1)} of 100`,
    },
  ];
}

/** One client with one open connection, who comes from somewhere else each time. */
class Visitor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;
  #sent = 0;

  constructor(site: Site) {
    this.#port = site.port;
  }

  /** Milliseconds from the first byte that is sent to the last that comes back. */
  async send({ path, fields, what }: Form, email: string, n: number): Promise<number> {
    this.#sent += 1;
    const body = new URLSearchParams(Object.entries(fields(email, n))).toString();
    const [high, low] = [this.#sent >> 16, this.#sent & 0xffff];
    const from = `2001:db8:${high.toString(16)}:${low.toString(16)}::1`;
    const began = performance.now();
    const status = await this.#post(encodeURI(path), body, from);
    const took = performance.now() - began;
    if (status === 429) {
      // So many letters wait as may; the mailer needs a moment. An answer that refuses is not counted.
      await sleep(BREATH_MS);
      return this.send({ path, fields, what }, email, n);
    }
    if (status !== 303) throw new Error(`${what} was answered with ${status}`);
    return took;
  }

  #post(path: string, body: string, from: string): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': from,
    };
    const to = { host: '127.0.0.1', port: this.#port, path, method: 'POST', agent: this.#agent };
    const req = request({ ...to, headers }, (res) => {
      res.resume();
      res.on('end', () => resolve(res.statusCode ?? 0));
    });
    req.on('error', reject);
    req.end(body);
    return promise;
  }
}

/** Two that can be commented on. */
function storiesIn(dataDir: string): string[] {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const paths = database
    .prepare(
      `select live.path from live join stories on stories.id = live.story_id
       where stories.comments_open order by live.path limit 2`,
    )
    .pluck()
    .all() as string[];
  database.close();
  return paths;
}
