import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Received, receiveComment } from '#features/comments/receiving.ts';
import { textFields } from '#lib/forms.ts';
import { newId } from '#lib/ids.ts';
import { commentErrorPath, writersCommentPath } from '#lib/paths.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';
import { cookieNamed, NAME_COOKIE, nameCookie, ownCookie } from '#lib/reader-cookies.ts';
import { inRequest } from '#lib/request-context.ts';
import type { SendAnswer } from '#server/door/forms.ts';
import { readerLines } from '#server/door/lines.ts';
import type { Readers } from '#server/door/readers.ts';
import { sendText } from '#server/door/send.ts';

/**
 * The form of a comment. Many may send one at once while very many read, so it is taken in here and
 * does not go through Next; a form that is given back is a page like any other.
 */
export class Comments {
  readonly #readers: Readers;
  readonly #siteUrl: string;

  constructor(readers: Readers, siteUrl: string) {
    this.#readers = readers;
    this.#siteUrl = siteUrl;
  }

  async receive(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    send: SendAnswer,
  ): Promise<void> {
    const fields = await fieldsOf(req);
    if (!fields) {
      return sendText(req, res, 400, 'This is not a form that was filled in here.');
    }
    const { headers } = req;
    const place = String(headers[PLACE_HEADER] ?? 'unknown');
    const keptName = cookieNamed(headers.cookie ?? null, NAME_COOKIE);
    const received = await inRequest({ tags: new Set(), stash: undefined }, () =>
      receiveComment({ path, fields, place, keptName }),
    );
    if (received.kind === 'posted') return this.#posted(res, received);
    if (received.kind === 'again') {
      const { status, refused: stash } = received;
      const page = commentErrorPath(newId());
      const how = { keep: false, stash, secret: true };
      return send(req, res, await this.#readers.page(page, status, how));
    }
    const status = received.kind === 'gone' ? 410 : 404;
    return send(req, res, { kind: 'status', status, keep: 'never' });
  }

  #posted(res: ServerResponse, posted: Extract<Received, { kind: 'posted' }>): void {
    const { commentId, token, newName } = posted;
    const cookies = [ownCookie(commentId, token, this.#siteUrl)];
    if (newName) cookies.push(nameCookie(newName, this.#siteUrl));
    res.writeHead(303, [
      'Content-Length',
      '0',
      'Location',
      writersCommentPath(token),
      ...cookies.flatMap((cookie) => ['Set-Cookie', cookie]),
      ...readerLines(false, false, []),
    ]);
    res.end();
  }
}

/** Null if it is no form. Its length was seen to be within bounds. */
async function fieldsOf(req: IncomingMessage): Promise<Record<string, string> | null> {
  const type = req.headers['content-type'] ?? '';
  const body = await buffer(req);
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  }
  try {
    const headers = { 'content-type': type };
    return textFields(await new Response(new Uint8Array(body), { headers }).formData());
  } catch {
    return null;
  }
}
