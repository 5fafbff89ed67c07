import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { requireStaff } from '#features/people/session.ts';
import { SectionForm } from '#features/sections/components/section-form.tsx';
import { SectionOrder } from '#features/sections/components/section-order.tsx';
import { can } from '#features/sections/policy.ts';
import { sectionList } from '#features/sections/queries.ts';
import { deskSettingsPath, href } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Sections' };

export default async function SectionsPage() {
  const staff = await requireStaff();
  if (!can(staff, 'change').ok) notFound();
  const sections = await sectionList();
  return (
    <>
      <h1 className="text-title">Sections</h1>
      <p>
        <a href={deskSettingsPath()} className="link">
          All settings
        </a>
      </p>
      {sections.length === 0 && (
        <Empty title="No sections yet">
          <p className="text-soft">
            Every story stands in one section. They are the navigation of the newspaper, in an order
            that you choose.
          </p>
        </Empty>
      )}
      <ul className="grid border-t border-rule">
        {sections.map((section) => (
          <li key={section.id}>
            <details className="group">
              <summary>
                {section.name} <span className="font-normal text-soft">{section.path}</span>
              </summary>
              <div className="grid gap-3 pb-5">
                <p>
                  <a href={href(section.path)} className="link">
                    See it as readers do
                  </a>
                </p>
                <SectionForm section={section} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {sections.length > 1 && (
        <section aria-labelledby="order" className="grid gap-3 border-t-2 border-strong-rule pt-4">
          <h2 id="order" className="text-lg font-semibold">
            Their order
          </h2>
          <p className="max-w-prose text-soft">
            In the navigation, and for the rows of the home front. Drag them, or use the buttons or{' '}
            <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd>.
          </p>
          <SectionOrder sections={sections} />
        </section>
      )}
      <section aria-labelledby="add" className="grid gap-3 border-t-2 border-strong-rule pt-4">
        <h2 id="add" className="text-lg font-semibold">
          Add a section
        </h2>
        <SectionForm />
      </section>
    </>
  );
}
