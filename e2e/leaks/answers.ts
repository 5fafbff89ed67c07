import { ServerResponse } from 'node:http';

type Head = { status: number; lines: string[] };

/** Changes the status and the lines of what is sent. */
export function changeHeads(change: (res: ServerResponse, head: Head) => Head): void {
  const { writeHead } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function (
    this: ServerResponse,
    status: number,
    ...rest: unknown[]
  ) {
    const given = rest.at(-1);
    if (!Array.isArray(given)) return Reflect.apply(writeHead, this, [status, ...rest]);
    const head = change(this, { status, lines: [...given] });
    return writeHead.call(this, head.status, head.lines);
  } as typeof writeHead;
}
