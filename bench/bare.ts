import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to send, made by throughput.ts from an answer of the site. */
export type Payload = { headers: string[]; body: string };

const payload = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Payload;
const body = Buffer.from(payload.body, 'base64');

/** The least that a Node server can do: these bytes under these headers, whatever is asked for. */
const server = createServer((_request, response) => {
  response.writeHead(200, payload.headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  console.log(String((server.address() as AddressInfo).port));
});
