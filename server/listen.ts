import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { sendText } from '#server/door/send.ts';

export type Listening = {
  server: Server;
  port: number;
  /** From now on requests are answered by `handle`, no longer by "not yet". */
  open(handle: RequestListener): void;
};

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
};

/**
 * Takes the port first, so that a port in use is said before anything is built, and a proxy in front
 * gets a 503 and not a refused connection while the rest starts.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  let current: RequestListener = (req, res) =>
    sendText(req, res, 503, 'Dateline is starting.', ['Retry-After', '2']);
  const server = createServer(LIMITS, (req, res) => current(req, res));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    open(handle) {
      current = handle;
    },
  };
}

function explain(error: Error, host: string, port: number): Error {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is in use: stop what uses it, or start with another PORT.`,
    );
  }
  if (code === 'EACCES') return new OperatorError(`Port ${port} may not be opened by this user.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new OperatorError(`HOST ${host} is not an address of this machine.`);
  }
  return error;
}

const GRACE_MS = 10_000;

/** Resolves when every request under way is answered, or after ten seconds. */
export async function closeGracefully(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cut);
}
