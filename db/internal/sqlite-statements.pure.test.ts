import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Statements } from '#db/internal/sqlite-statements.ts';

test('the same words give objects to one and arrays to another, whoever asked first', () => {
  const statements = new Statements(new Database(':memory:'));
  const text = 'select 1 as one';
  for (const _ of [1, 2]) {
    expect(statements.raw(text).all()).toEqual([[1]]);
    expect(statements.plain(text).all()).toEqual([{ one: 1 }]);
  }
});

test('a statement is parsed once, and very many statements do not pile up', () => {
  const statements = new Statements(new Database(':memory:'));
  const first = statements.plain('select 0');
  expect(statements.plain('select 0')).toBe(first);
  for (let n = 1; n < 1000; n += 1) statements.plain(`select ${n}`);
  expect(statements.plain('select 0')).not.toBe(first);
});

test('a statement outlives a change of the tables', () => {
  const database = new Database(':memory:');
  const statements = new Statements(database);
  database.exec('create table a (b)');
  statements.plain('insert into a values (1)').run();
  expect(statements.plain('select * from a').all()).toEqual([{ b: 1 }]);
  database.exec('alter table a add column c');
  expect(statements.plain('select * from a').all()).toEqual([{ b: 1, c: null }]);
});
