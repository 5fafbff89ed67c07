import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Ledger } from '#lib/ledger.ts';
import { inRequest, type RequestContext } from '#lib/request-context.ts';
import { Turns } from '#server/door/turns.ts';

/** `path` is the internal address, as it goes into a request line. */
export type OriginRequest = { path: string; stash?: unknown };

export type OriginAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[]>>;
  body: Buffer;
  /** What makes the answer stale, as the queries that it asked have named it. */
  tags: readonly string[];
  /** When its making began, on the ledger's scale. */
  begun: number;
};

/** Where pages come from. The door and the press know no more of Next than this. */
export type Origin = {
  /** Renders for everybody: the call carries nothing of whoever asks. */
  render(request: OriginRequest): Promise<OriginAnswer>;
  /** Hands on one person's request and gives back the whole answer, with what was stashed. */
  capture(req: IncomingMessage, path: string): Promise<{ answer: OriginAnswer; stash: unknown }>;
};

/**
 * As whom Next is asked for pages (`htmlLimitedBots` in next.config.ts): it then renders them whole,
 * with what stands in the head in the head, and with a status that is still to be decided.
 */
export const WHOLE_AGENT = 'dateline';

/** A render that is not done by then waits for something, and lets the next one begin. */
const GIVE_WAY_MS = 50;

export function nextOrigin(handle: RequestListener, ledger: Ledger, siteUrl: string): Origin {
  const { host, protocol } = new URL(siteUrl);
  const headers = {
    host,
    accept: '*/*',
    'user-agent': WHOLE_AGENT,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };

  const turns = new Turns(GIVE_WAY_MS);

  async function render({ path, stash }: OriginRequest): Promise<OriginAnswer> {
    return turns.take(() => run(emptyRequest(path, headers), { tags: new Set(), stash }));
  }

  async function capture(req: IncomingMessage, path: string) {
    req.url = path;
    req.headers['user-agent'] = WHOLE_AGENT;
    const context: RequestContext = { tags: new Set(), stash: undefined };
    const answer = await run(req, context);
    return { answer, stash: context.stash };
  }

  async function run(req: IncomingMessage, context: RequestContext): Promise<OriginAnswer> {
    const begun = ledger.generation;
    const answer = await answerOf(handle, req, context);
    return { ...answer, tags: [...context.tags], begun };
  }

  return { render, capture };
}

async function answerOf(
  handle: RequestListener,
  req: IncomingMessage,
  context: RequestContext,
): Promise<Pick<OriginAnswer, 'status' | 'headers' | 'body'>> {
  const chunks: Buffer[] = [];
  const res = new ServerResponse(req);
  const finished = new Promise<void>((resolve, reject) => {
    res.once('finish', () => {
      res.emit('close');
      resolve();
    });
    res.once('error', reject);
  });
  tee(res, chunks);
  res.assignSocket(nowhere() as Socket);
  const handled = inRequest(context, () => handle(req, res));
  await withinLimit(Promise.all([handled, finished]));
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(res.getHeaders())) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value : String(value);
  }
  return { status: res.statusCode, headers, body: Buffer.concat(chunks) };
}

function emptyRequest(path: string, headers: Record<string, string>): IncomingMessage {
  const req = new IncomingMessage(nowhere() as Socket);
  req.method = 'GET';
  req.url = path;
  req.httpVersion = '1.1';
  req.httpVersionMajor = 1;
  req.httpVersionMinor = 1;
  req.headers = { ...headers };
  req.push(null);
  return req;
}

/** A render that hangs would keep every reader of its page waiting. */
const RENDER_LIMIT_MS = 30_000;

async function withinLimit(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a render took too long')), RENDER_LIMIT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Notes what is written to a response besides its being written. */
function tee(res: ServerResponse, chunks: Buffer[]): void {
  const { write, end, writeHead } = res;
  // Headers that come with the status would go past `getHeaders`.
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.at(-1);
    if (typeof given === 'object' && given !== null) {
      for (const [name, value] of Object.entries(given)) res.setHeader(name, value);
    }
    return writeHead.call(res, status);
  }) as typeof writeHead;
  const note = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
  };
  res.write = ((...args: Parameters<typeof write>) => {
    note(args[0], args[1]);
    return Reflect.apply(write, res, args);
  }) as typeof write;
  res.end = ((...args: Parameters<typeof end>) => {
    note(args[0], args[1]);
    return Reflect.apply(end, res, args);
  }) as typeof end;
}

/**
 * A connection to nobody: what is written to it is gone at once. It is never full, because a response
 * without a server around it would wait for ever to hear that it can go on.
 */
function nowhere(): Duplex {
  return new Duplex({
    writableHighWaterMark: Number.MAX_SAFE_INTEGER,
    read() {},
    write(_chunk, _encoding, done) {
      done();
    },
  });
}
