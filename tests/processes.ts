import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** Starts another process of Dateline's on the database of this test, or of `env`. */
export async function startChild(name: string, env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), name], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);

  async function tell(step: string): Promise<string> {
    child.stdin.write(`${step}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the other process ended at "${step}"`);
    return value;
  }

  await lines.next();
  return {
    /** Writes `count` rows, each in a transaction of its own. */
    write: (count = 1) => tell(`write ${count}`),
    /** Says that something with this cache tag has changed. */
    touch: (tag: string) => tell(`touch ${tag}`),
    /** Writes a row in a transaction that never ends. */
    hold: () => tell('hold'),
    kill,
  };
}
