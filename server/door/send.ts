import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, isUnchanged } from '#server/door/negotiate.ts';
import type { Sheet } from '#server/press/sheet.ts';

/** Sends a finished answer: 304 if the client has it, no body for HEAD. */
export function sendSheet(req: IncomingMessage, res: ServerResponse, sheet: Sheet): void {
  const { headers, method } = req;
  const variant = sheet.in(chooseEncoding(headers['accept-encoding'] as string | undefined));
  if (sheet.status === 200 && isUnchanged(headers['if-none-match'], variant.etag)) {
    res.writeHead(304, variant.unchanged);
    res.end();
    return;
  }
  res.writeHead(sheet.status, variant.head);
  if (method === 'HEAD') res.end();
  else res.end(variant.body);
}

/** A short answer in plain words, for what has no page: it is read by programs or by nobody. */
export function sendText(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  text: string,
  lines: readonly string[] = [],
): void {
  const body = Buffer.from(`${text}\n`);
  res.writeHead(status, [
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(body.byteLength),
    'Cache-Control',
    'no-store',
    'X-Content-Type-Options',
    'nosniff',
    ...lines,
  ]);
  if (req.method === 'HEAD') res.end();
  else res.end(body);
}
