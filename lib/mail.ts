import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import type { Markup } from '#lib/html.ts';
import { newId } from '#lib/ids.ts';

export type Mail = {
  to: string;
  /** The name beside the sender's address. */
  from: string;
  subject: string;
  text: string;
  html: Markup;
  /**
   * Where one press of the mail program's own button ends such mails (RFC 8058). The address has to be
   * the whole key, because nobody is signed in there.
   */
  unsubscribe?: string;
};

/** A server that does not answer is tried again later, and nobody waits longer than this for it. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** What a mail may not do, whatever is in it: read a file or fetch an address. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true };

/** Hands a mail to the SMTP server, or keeps it as a file where there is none. Throws if refused. */
export async function sendMail(mail: Mail): Promise<void> {
  const message = messageOf(mail);
  const { smtpUrl } = env();
  if (smtpUrl === undefined) return keep(message);
  const transport = createTransport({ url: smtpUrl, ...PATIENCE });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

function messageOf({ to, from, subject, text, html, unsubscribe }: Mail): SendMailOptions {
  return {
    ...CLOSED,
    // Left to itself, nodemailer cuts long subjects in the middle of rarer letters.
    textEncoding: 'quoted-printable',
    to: { name: '', address: to },
    from: { name: from, address: senderAddress() },
    subject,
    text,
    html: `<!doctype html>${html.markup}`,
    date: now(),
    headers: { 'Auto-Submitted': 'auto-generated', ...oneClick(unsubscribe) },
  };
}

function oneClick(unsubscribe: string | undefined): Record<string, string> {
  if (unsubscribe === undefined) return {};
  return {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** `MAIL_FROM`, or an address at the site's own host, which its mail server has reason to accept. */
function senderAddress(): string {
  const { mailFrom, siteUrl } = env();
  return mailFrom ?? `newsroom@${new URL(siteUrl).hostname}`;
}

async function keep(message: SendMailOptions): Promise<void> {
  const folder = join(env().dataDir, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  if (!Buffer.isBuffer(made.message)) throw new Error('a mail was not made whole');
  const stamp = now().toISOString().replace(/[:.]/g, '-');
  const file = join(folder, `${stamp}-${newId()}.eml`);
  await writeFile(`${file}.part`, made.message, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
