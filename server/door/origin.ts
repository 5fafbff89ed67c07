import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { inRequest, type RequestContext } from '#lib/request-context.ts';
import type { Ledger } from '#server/press/ledger.ts';

export type OriginRequest = {
  /** The internal address, as it goes into a request line. */
  path: string;
  keep: boolean;
  stash?: unknown;
};

export type OriginAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[]>>;
  body: Buffer;
  /** The tags of a finished page; null if Next did not say (a route handler, a dynamic page). */
  tags: readonly string[] | null;
  begun: number;
};

/** Where pages come from. The door and the press know no more of Next than this. */
export type Origin = {
  /** Renders for everybody: the call carries nothing of whoever asks. */
  render(request: OriginRequest): Promise<OriginAnswer>;
  /** Hands on one person's request and gives back the whole answer, with what was stashed. */
  capture(req: IncomingMessage, path: string): Promise<{ answer: OriginAnswer; stash: unknown }>;
};

export function nextOrigin(handle: RequestListener, ledger: Ledger, siteUrl: string): Origin {
  const { host, protocol } = new URL(siteUrl);
  const headers = {
    host,
    accept: '*/*',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
  const underWay = new Map<string, { generation: number; done: Promise<unknown> }>();

  /**
   * Next answers two requests for one path from one render. A request that comes after an edit may
   * not be given a render from before it, so it waits for that to end and has its own.
   */
  async function render(request: OriginRequest): Promise<OriginAnswer> {
    const { path } = request;
    for (;;) {
      const earlier = underWay.get(path);
      if (!earlier || earlier.generation === ledger.generation) break;
      await earlier.done;
    }
    const context = newContext(request.keep, request.stash);
    const answer = run(handle, emptyRequest(path, headers), context);
    const mine = { generation: ledger.generation, done: answer.catch(() => undefined) };
    underWay.set(path, mine);
    try {
      return await answer;
    } finally {
      if (underWay.get(path) === mine) underWay.delete(path);
    }
  }

  async function capture(req: IncomingMessage, path: string) {
    req.url = path;
    const context = newContext(false, undefined);
    const answer = await run(handle, req, context);
    return { answer, stash: context.stash };
  }

  function newContext(keep: boolean, stash: unknown): RequestContext {
    return { begun: ledger.moment(), keep, stash, rendered: null };
  }

  return { render, capture };
}

async function run(
  handle: RequestListener,
  req: IncomingMessage,
  context: RequestContext,
): Promise<OriginAnswer> {
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
  return {
    status: res.statusCode,
    headers,
    body: Buffer.concat(chunks),
    tags: context.rendered?.tags ?? null,
    begun: context.rendered?.begun ?? context.begun,
  };
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
