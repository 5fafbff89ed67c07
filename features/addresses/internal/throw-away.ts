import { disposableEmailBlocklist } from 'disposable-email-domains-js';

let domains: ReadonlySet<string> | undefined;

/** Whether a domain, or one above it, is of a provider where anybody has an address for ten minutes. */
export function isThrowAwayDomain(domain: string): boolean {
  domains ??= new Set(disposableEmailBlocklist());
  const parts = domain.split('.');
  for (let from = 0; from < parts.length - 1; from += 1) {
    if (domains.has(parts.slice(from).join('.'))) return true;
  }
  return false;
}
