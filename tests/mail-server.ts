import { once } from 'node:events';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export type Received = {
  to: string;
  /** Everybody to whom the server was told to bring it. */
  receivers: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  attachments: number;
  /** Header lines by their names in lower case. */
  headers: Record<string, string>;
};

/** A real SMTP server, which this test's mails go to; it ends with the test. */
export async function mailServer() {
  const mails: Received[] = [];
  const waiting = new Set<() => void>();
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      done(refusing ? new Error('not now') : null);
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', async () => {
        const parsed = await PostalMime.parse(Buffer.concat(pieces));
        mails.push({
          to: session.envelope.rcptTo[0]?.address ?? '',
          receivers: session.envelope.rcptTo.map(({ address }) => address),
          from: parsed.from?.address ?? '',
          subject: parsed.subject ?? '',
          text: parsed.text ?? '',
          html: parsed.html ?? '',
          attachments: parsed.attachments.length,
          headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
        });
        for (const look of waiting) look();
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
  onTestFinished(async () => {
    delete process.env.SMTP_URL;
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });
  return {
    mails,
    to: (wanted: string) => mails.find((mail) => mail.to === wanted),
    /** Settles once so many mails have come in all. */
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (mails.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
    refuse: (on: boolean) => {
      refusing = on;
    },
  };
}
