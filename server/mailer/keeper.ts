import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mailerKeysElsewhere } from '#lib/mailer-public.ts';

/** Where there is much memory V8 takes it: 260 MB for a mailer, which needs 110. */
const FLAGS = [
  '--import',
  join(import.meta.dirname, '..', '..', 'lib', 'node-guard.mjs'),
  '--max-old-space-size=96',
  '--max-semi-space-size=1',
  '--v8-pool-size=1',
];
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Whoever ran this long was well: the next pause is the first again. */
const WELL_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

/**
 * Keeps a mailer running beside the site, which goes on without it: one that dies is started again,
 * and what was to be mailed waits. Where its key is somebody else's, so is the mailer.
 */
export class MailerKeeper {
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pause = FIRST_PAUSE_MS;
  #stopped = false;

  start(): void {
    if (mailerKeysElsewhere()) {
      console.log(
        'The mailer is not started here: its key belongs to a mailer that runs by itself.',
      );
      return;
    }
    const startedAt = performance.now();
    // With a channel, whose end tells the mailer that this process has died.
    const child = spawn(
      process.execPath,
      [...FLAGS, join(import.meta.dirname, '..', 'mailer.ts')],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    child.on('error', () => undefined);
    child.on('exit', (code, signal) => {
      if (this.#stopped) return;
      if (performance.now() - startedAt > WELL_MS) this.#pause = FIRST_PAUSE_MS;
      console.error(`The mailer ended (${signal ?? code}) and is started again. Letters wait.`);
      this.#timer = setTimeout(() => this.start(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    });
    this.#child = child;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(late);
  }
}
