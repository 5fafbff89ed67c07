import type { IncomingMessage, ServerResponse } from 'node:http';
import { readerLines } from '#server/door/lines.ts';

const TEXTS = {
  400: ['This address cannot be read', 'Something in it was cut off or copied wrongly.'],
  403: [
    'This form was not sent from this site',
    'Open the page here and send it again. What you typed is still in the page that you come back to.',
  ],
  405: ['This cannot be done here', 'The address can be read, but nothing can be sent to it.'],
  411: ['The length is missing', 'The request must say how long its body is.'],
  413: ['This is too long', 'Go back, shorten it, and send it again.'],
  414: ['This address is too long', 'Something in it was repeated or copied wrongly.'],
  500: ['Something went wrong here', 'It is not your fault. Please try again in a minute.'],
} as const;

/**
 * A page that needs nothing of the application: for requests that never reach it, and for the case
 * that it cannot even say that something is wrong.
 */
export function plainPage(
  req: IncomingMessage,
  res: ServerResponse,
  status: keyof typeof TEXTS,
  lines: readonly string[] = [],
): void {
  const [heading, sentence] = TEXTS[status];
  const body = Buffer.from(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title>` +
      '<meta name="viewport" content="width=device-width"></head><body><main>' +
      `<h1>${heading}</h1><p>${sentence}</p><p><a href="/">To the front page</a></p>` +
      '</main></body></html>',
  );
  res.writeHead(status, [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(body.byteLength),
    ...readerLines(false, false, []),
    ...lines,
  ]);
  if (req.method === 'HEAD') res.end();
  else res.end(body);
}
