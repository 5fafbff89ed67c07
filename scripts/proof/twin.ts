import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '#lib/ports.ts';
import type { TwinAnswers, TwinBeginning, TwinOrder, TwinReply } from '#lib/twin-orders.ts';
import { type Answer, Asker, HOST, type Question } from '#scripts/proof/asking.ts';

const STOP_LIMIT_MS = 10_000;

/** What of the operator's environment must not reach a copy: it would act on the real site's things. */
const NOT_HERE = {
  DATABASE_URL: '',
  S3_URL: '',
  SMTP_URL: '',
  MAILER_KEYS: '',
  OIDC_ISSUER: '',
  OIDC_CLIENT_ID: '',
  OIDC_CLIENT_SECRET: '',
};

/** One of the two sites, in a process of its own that does as it is told. */
export class Twin {
  readonly dataDir: string;
  readonly #process: ChildProcess;
  readonly #asker: Asker;
  /** Everything that it printed. */
  #said = '';
  /** Who waits for what comes back. */
  #heard: PromiseWithResolvers<unknown> | undefined;

  private constructor(dataDir: string, child: ChildProcess, port: number) {
    this.dataDir = dataDir;
    this.#process = child;
    this.#asker = new Asker(port);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text;
      });
    }
    child.on('message', (reply: TwinReply) => this.#hear(reply));
    child.once('exit', () => {
      this.#heard?.reject(new Error(`a twin ended by itself:\n${this.#said.slice(-4_000)}`));
    });
  }

  /** Starts the process on a folder that is a copy, or empty. */
  static async start(dataDir: string, beginning: TwinBeginning): Promise<Twin> {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, 'twin'), 'One of two copies that are compared.\n');
    const port = await freePort();
    const child = spawn(process.execPath, ['--max-old-space-size=384', 'server/twin.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        ...NOT_HERE,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: String(port),
        SITE_URL: `http://${HOST}`,
        TRUST_PROXY: '1',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const twin = new Twin(dataDir, child, port);
    await twin.#send(beginning);
    return twin;
  }

  /** Has the order done and gives back what came of it. */
  async order<O extends TwinOrder>(order: O): Promise<TwinAnswers[O['do']]> {
    return (await this.#send(order)) as TwinAnswers[O['do']];
  }

  /** One at a time: what comes back is the answer to what was sent last. */
  #send(message: TwinBeginning | TwinOrder): Promise<unknown> {
    this.#heard = Promise.withResolvers<unknown>();
    this.#process.send(message);
    return this.#heard.promise;
  }

  #hear(reply: TwinReply): void {
    const heard = this.#heard;
    this.#heard = undefined;
    if ('failed' in reply) heard?.reject(new Error(`a twin could not do it: ${reply.failed}`));
    else heard?.resolve(reply.value);
  }

  ask(question: Question): Promise<Answer> {
    return this.#asker.ask(question);
  }

  get said(): string {
    return this.#said;
  }

  async stop(): Promise<void> {
    this.#asker.close();
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(late);
  }
}
