import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#lib/errors.ts';

function isBucket(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname } = new URL(text);
  const named = username !== '' && password !== '' && pathname.length > 1;
  return /^https?:$/.test(protocol) && named;
}

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:)/, 'must begin with postgres:// or file:')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  S3_URL: z
    .string()
    .refine(isBucket, 'must be like https://KEY:SECRET@host/bucket?region=eu-central-1')
    .optional(),
  MAIL_FROM: z.email().optional(),
  MAILER_KEYS: z.string().min(1).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('Single sign-on'),
  TRUST_PROXY: z.string().optional(),
  DATELINE_SAMPLE: z.enum(['0', '1']).default('1'),
  PRESS: z.enum(['0', '1']).default('1'),
});

const NAMES = Env.keyof().options;

export type Env = Readonly<ReturnType<typeof parse>>;

function parse(source: Record<string, string | undefined>) {
  // An empty variable means "not set": compose files and shells produce them.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Env.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OperatorError(`${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { data } = parsed;
  const dataDir = absolute(data.DATA_DIR);
  const local = data.HOST === '127.0.0.1' || data.HOST === '0.0.0.0' || data.HOST === '::';
  return {
    port: data.PORT,
    host: data.HOST,
    siteUrl: (data.SITE_URL ?? `http://${local ? 'localhost' : data.HOST}:${data.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir,
    databaseUrl: data.DATABASE_URL ?? `file:${join(dataDir, 'dateline.db')}`,
    smtpUrl: data.SMTP_URL,
    s3Url: data.S3_URL,
    mailFrom: data.MAIL_FROM,
    mailerKeys: data.MAILER_KEYS ? absolute(data.MAILER_KEYS) : join(dataDir, 'keys', 'mailer'),
    oidc: oidcOf(data),
    trustProxy: data.TRUST_PROXY !== undefined && data.TRUST_PROXY !== '0',
    sample: data.DATELINE_SAMPLE === '1',
    press: data.PRESS === '1',
  };
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

/** Where staff may sign in besides here: all that it takes, or nothing. */
function oidcOf(data: z.infer<typeof Env>) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = data;
  const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET];
  if (given.every((one) => one === undefined)) return undefined;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) {
    throw new OperatorError(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together, or none of them.',
    );
  }
  return {
    issuer: OIDC_ISSUER.replace(/\/+$/, ''),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
  };
}

let known: { of: (string | undefined)[]; env: Env } | undefined;

/** The settings of this process. Looked at in each call, so that a test or a child can set its own. */
export function env(): Env {
  const { env: given } = process;
  const at = process.cwd();
  if (known && known.of[0] === at && NAMES.every((name, n) => known?.of[n + 1] === given[name])) {
    return known.env;
  }
  known = { of: [at, ...NAMES.map((name) => given[name])], env: parse(given) };
  return known.env;
}

/** True if mails reach people; else they are kept in `DATA_DIR/outbox`. */
export function mailIsOn(): boolean {
  return env().smtpUrl !== undefined;
}
