import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { errorCode } from '#lib/errors.ts';

/** Which mailer was started last and has not said that it stopped. */
export type MailerStatus = { pid: number; uid: number | null; running: boolean };

const statusFile = () => join(env().dataDir, 'mailer-status');

export function sayThatItRuns(): void {
  const { pid } = process;
  const status = { pid, uid: process.getuid?.() ?? null };
  writeFileSync(statusFile(), `${JSON.stringify(status)}\n`, { mode: 0o644 });
}

export function sayThatItStopped(): void {
  if (mailerStatus()?.pid === process.pid) rmSync(statusFile(), { force: true });
}

/** Null if none was started on this machine. */
export function mailerStatus(): MailerStatus | null {
  if (!existsSync(statusFile())) return null;
  const status = JSON.parse(readFileSync(statusFile(), 'utf8')) as Omit<MailerStatus, 'running'>;
  return { ...status, running: isRunning(status.pid) };
}

/** Somebody else's process may not be signalled, but is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
