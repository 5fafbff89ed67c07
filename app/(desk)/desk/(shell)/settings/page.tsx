import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Role } from '#features/people/actor.ts';
import { ROLE_WORDS } from '#features/people/components/roles.ts';
import { requireStaff } from '#features/people/session.ts';
import { AccentForm } from '#features/settings/components/accent-form.tsx';
import { AddressesForm } from '#features/settings/components/addresses-form.tsx';
import { FooterLinksForm } from '#features/settings/components/footer-links-form.tsx';
import { LogoForm } from '#features/settings/components/logo-form.tsx';
import { PaperForm } from '#features/settings/components/paper-form.tsx';
import { PolicyForm } from '#features/settings/components/policy-form.tsx';
import { SecondStepForm } from '#features/settings/components/second-step-form.tsx';
import { MAX_FOOTER_LINKS, TIME_ZONES } from '#features/settings/input.ts';
import { can } from '#features/settings/policy.ts';
import { rolesWithSecondStep, siteSettings } from '#features/site/queries.ts';
import { LANGUAGES } from '#lib/languages.ts';
import { commentRulesPath, deskSectionsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const staff = await requireStaff();
  if (!can(staff, 'change').ok) notFound();
  const paper = await siteSettings();
  const strict = await rolesWithSecondStep();
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const languages = LANGUAGES.map((value) => ({ value, name: names.of(value) ?? value }));
  const { name, tagline, language, timeZone } = paper;
  const roles = Object.entries(ROLE_WORDS).map(([role, words]) => ({
    role,
    name: words.name,
    strict: strict.includes(role as Role),
  }));
  return (
    <>
      <h1 className="text-title">Settings</h1>
      <Part id="paper" title="The newspaper">
        <PaperForm
          paper={{ name, tagline, language, timeZone }}
          languages={languages}
          timeZones={TIME_ZONES}
        />
        <p>
          <a href={deskSectionsPath()} className="link">
            The sections of the navigation
          </a>
        </p>
      </Part>
      <Part id="logo" title="Logo">
        <p className="max-w-prose text-soft">
          It stands in the masthead in place of the name. An SVG is drawn anew from its shapes: text
          in it has to be turned into paths before.
        </p>
        <LogoForm place="logo" label="On light pages" theme="light" logo={paper.logo} />
        {paper.logo && (
          <LogoForm place="logoDark" label="On dark pages" theme="dark" logo={paper.logoDark} />
        )}
      </Part>
      <Part id="colour" title="Colour">
        <AccentForm accent={paper.accent} />
      </Part>
      <Part id="comments" title="Comments">
        <PolicyForm policy={paper.commentPolicy} />
        <AddressesForm addresses={paper.addresses} />
        <p>
          <a href={commentRulesPath()} className="link">
            When comments appear, and which are held
          </a>
        </p>
      </Part>
      <Part id="footer" title="Links in the footer">
        <FooterLinksForm links={paper.footerLinks} most={MAX_FOOTER_LINKS} />
      </Part>
      <Part id="sign-in" title="Sign-in">
        <p className="max-w-prose text-soft">
          Whoever has such a role and signed in with a password alone can do nothing but set up an
          authenticator app, from the moment that this is saved. A passkey is enough by itself.
        </p>
        <SecondStepForm roles={roles} />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-t border-rule pt-4" aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
