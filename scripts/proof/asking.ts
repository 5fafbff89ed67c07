import { Agent, request } from 'node:http';

/** A request as it is sent: `headers` are all that is said besides the length of the body. */
export type Question = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/** All that came back, to the byte. */
export type Answer = {
  status: number;
  /** The lines as they were sent: `Name: value`. */
  lines: readonly string[];
  body: Buffer;
};

/** How every twin is called, so that no page of one names a port. */
export const HOST = 'twin.example';

/** Sends requests to one site exactly as they are written, without a client's own ideas. */
export class Asker {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  ask({ method, path, headers, body }: Question): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const req = request(
      { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, setHost: false },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            lines: linesOf(res.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    req.on('error', reject);
    for (const [name, value] of Object.entries({ host: HOST, ...headers }))
      req.setHeader(name, value);
    if (body !== undefined) req.setHeader('content-length', Buffer.byteLength(body));
    req.end(body);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}

function linesOf(raw: readonly string[]): string[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1]}`] : []));
}

export function headerOf({ lines }: Answer, name: string): string | undefined {
  const start = `${name.toLowerCase()}: `;
  return lines.find((line) => line.toLowerCase().startsWith(start))?.slice(start.length);
}

export function cookiesOf({ lines }: Answer): string[] {
  const start = 'set-cookie: ';
  return lines
    .filter((line) => line.toLowerCase().startsWith(start))
    .map((line) => line.slice(start.length));
}

export function textOf({ lines, body }: Answer): string {
  const type = headerOf({ status: 0, lines, body }, 'content-type') ?? '';
  return /^(text|application)\//.test(type) ? body.toString('utf8') : '';
}
