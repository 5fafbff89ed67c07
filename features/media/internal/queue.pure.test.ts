import { expect, test } from 'vitest';
import { inTurn, TooBusy } from '#features/media/internal/queue.ts';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('one at a time, and whoever waits for an answer before what is made ahead', async () => {
  const order: string[] = [];
  const { open, opened } = gate();
  const first = inTurn(() => opened.then(() => void order.push('first')));
  const job = (name: string, urgent: boolean) => inTurn(async () => void order.push(name), urgent);
  const rest = [job('ahead', false), job('asked', true), job('asked too', true)];
  open();
  await Promise.all([first, ...rest]);
  expect(order).toEqual(['first', 'asked', 'asked too', 'ahead']);
});

test('one that fails does not hold up the next', async () => {
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await inTurn(async () => 'fine')).toBe('fine');
});

test('when very many wait, the next is told to come again and not kept waiting', async () => {
  const { open, opened } = gate();
  const running = inTurn(() => opened);
  const waiting = Array.from({ length: 200 }, () => inTurn(async () => undefined));
  await expect(inTurn(async () => undefined)).rejects.toBeInstanceOf(TooBusy);
  open();
  await Promise.all([running, ...waiting]);
  await inTurn(async () => undefined);
});
