import { AsyncLocalStorage } from 'node:async_hooks';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { Turns } from '#db/internal/sqlite-turns.ts';

let writer: Database.Database;
let turns: Turns;
let commits: number;
let refusing: boolean;

beforeEach(() => {
  writer = new Database(':memory:');
  writer.exec('create table a (n)');
  commits = 0;
  refusing = false;
  const exec = writer.exec.bind(writer);
  writer.exec = (text) => {
    if (text !== 'COMMIT') return exec(text);
    if (refusing) throw new Error('the disk is full');
    commits += 1;
    return exec(text);
  };
  turns = new Turns(writer);
});

const add = (n: number, brief = true) =>
  turns.take(async () => {
    writer.prepare('insert into a values (?)').run(n);
    await new Promise(setImmediate);
    return n;
  }, brief);
const there = () => writer.prepare('select n from a order by rowid').pluck().all();

test('brief ones that wait share a commit, in their order; others have their own', async () => {
  expect(await Promise.all([1, 2, 3, 4].map((n) => add(n)))).toEqual([1, 2, 3, 4]);
  expect(commits).toBe(1);
  await Promise.all([add(5), add(6, false), add(7), add(8)]);
  expect(commits).toBe(4);
  expect(there()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('so many at once are several commits, so that the first does not wait for all', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => add(n)));
  expect(commits).toBe(4);
  expect(there()).toHaveLength(50);
});

test('if the commit fails nobody is told that anything is done, and the next ones go on', async () => {
  refusing = true;
  const outcomes = await Promise.allSettled([add(1), add(2), add(3)]);
  expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
  refusing = false;
  await add(4);
  expect(there()).toEqual([4]);
});

test('each runs as part of what its own caller does', async () => {
  const caller = new AsyncLocalStorage<number>();
  const ask = (n: number) => caller.run(n, () => turns.take(async () => caller.getStore(), true));
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([1, 2, 3]);
});

test('something between two transactions waits until none is under way', async () => {
  const one = add(1);
  const two = add(2, false);
  let open = true;
  await turns.between(() => {
    open = writer.inTransaction;
  });
  expect(open).toBe(false);
  expect(there()).toEqual([1, 2]);
  await Promise.all([one, two]);
});
