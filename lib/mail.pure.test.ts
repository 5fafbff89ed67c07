import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, expect, test } from 'vitest';
import { env } from '#lib/env.ts';
import { element } from '#lib/html.ts';
import { sendMail } from '#lib/mail.ts';
import { holdClock } from '#tests/fixtures.ts';
import { mailServer } from '#tests/mail-server.ts';

const MAIL = {
  to: 'rosa@newsroom.example',
  from: 'The “Courier”, Ghent',
  subject: 'Grüße aus Алматы',
  text: 'A line.\n\nhttps://courier.example/desk/join?token=a=b&c',
  html: element('p', {}, 'Fish & <chips>'),
};

afterEach(() => {
  delete process.env.MAIL_FROM;
  delete process.env.SITE_URL;
});

test('a mail arrives at a real server as it was written, from an address of the site', async () => {
  holdClock();
  process.env.SITE_URL = 'https://courier.example';
  const server = await mailServer();
  await sendMail(MAIL);
  expect(server.mails).toMatchObject([
    { to: MAIL.to, from: 'newsroom@courier.example', subject: MAIL.subject },
  ]);
  expect(server.mails[0]?.text.trim()).toBe(MAIL.text);
  expect(server.mails[0]?.html).toContain('Fish &amp; &lt;chips&gt;');
});

test('a name or subject with line breaks adds no header and no other receiver', async () => {
  holdClock();
  process.env.MAIL_FROM = 'desk@courier.example';
  const server = await mailServer();
  await sendMail({
    ...MAIL,
    from: 'Courier\r\nBcc: other@evil.example',
    subject: 'Hello\r\nBcc: other@evil.example\r\n\r\nBody',
  });
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatchObject({ to: MAIL.to, from: 'desk@courier.example' });
  expect(server.mails[0]?.text.trim()).toBe(MAIL.text);
});

test('a mail says where one press ends such mails, in the two lines that mail programs look for', async () => {
  holdClock();
  const server = await mailServer();
  const unsubscribe = `https://courier.example/privacy/unsubscribe/${'t'.repeat(43)}`;
  await sendMail({ ...MAIL, unsubscribe });
  await sendMail(MAIL);
  expect(server.mails[0]?.headers).toMatchObject({
    'list-unsubscribe': `<${unsubscribe}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(Object.keys(server.mails[1]?.headers ?? {})).not.toContain('list-unsubscribe');
});

test('a server that refuses is said, so that the mail is tried again', async () => {
  holdClock();
  const server = await mailServer();
  server.refuse(true);
  await expect(sendMail(MAIL)).rejects.toThrow();
});

test('without a server a mail is a whole file that only the owner reads', async () => {
  holdClock();
  await sendMail(MAIL);
  const folder = join(env().dataDir, 'outbox');
  const files = readdirSync(folder);
  expect(files).toEqual([expect.stringMatching(/^2026-11-23T09-00-00-000Z-\w+\.eml$/)]);
  const file = join(folder, files[0] ?? '');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const parsed = await PostalMime.parse(readFileSync(file));
  expect(parsed).toMatchObject({ subject: MAIL.subject, to: [{ address: MAIL.to }] });
});
