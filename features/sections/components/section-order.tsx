'use client';

import { useState } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Icon } from '#components/controls/icon.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useReorder } from '#components/controls/use-reorder.ts';
import { orderSectionsAction } from '#features/sections/actions.ts';
import type { SectionView } from '#features/sections/views.ts';
import { type FormState, IDLE, refused } from '#lib/forms.ts';

const UNREACHED = refused({
  why: 'The newsroom’s server could not be reached, so readers have the old order. Try again.',
});

/** The order of the navigation: by dragging, by buttons, or by Alt with the arrow keys. */
export function SectionOrder({ sections }: { sections: readonly SectionView[] }) {
  const ready = useHydrated();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [moved, setMoved] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<FormState>(IDLE);
  const order = ordered(sections, chosen);
  const { move, propsOf } = useReorder(order, (next, { name }, to) => {
    setChosen(next.map(({ id }) => id));
    setAnswer(IDLE);
    setMoved(`${name} is number ${to + 1} of ${next.length} now.`);
  });
  const differs = order.some(({ id }, at) => id !== sections[at]?.id);
  const save = async () => {
    setBusy(true);
    setAnswer(await orderSectionsAction(order.map(({ id }) => id)).catch(() => UNREACHED));
    setBusy(false);
  };
  return (
    <div className="grid max-w-md gap-3">
      <Notice kind="problem">{answer.status === 'refused' && answer.message}</Notice>
      <Notice kind="done">{answer.status === 'done' && !differs && answer.message}</Notice>
      <ol className="ordered">
        {order.map((section, at) => (
          <li key={section.id} {...(ready ? propsOf(at) : {})}>
            <Icon name="grip" />
            <span className="min-w-0 grow truncate">
              <span className="tabular-nums text-soft">{at + 1}</span> <bdi>{section.name}</bdi>
            </span>
            {([-1, 1] as const).map((step) => (
              <button
                key={step}
                type="button"
                className="icon-button"
                aria-disabled={!ready || order[at + step] === undefined || undefined}
                onClick={() => move(at, at + step)}
              >
                <Icon name={step < 0 ? 'up' : 'down'} />
                <span className="sr-only">
                  Move {section.name} {step < 0 ? 'up' : 'down'}
                </span>
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button button-primary"
          disabled={!ready || busy || !differs}
          onClick={() => void save()}
        >
          Save the order
        </button>
        {differs && (
          <button type="button" className="button" onClick={() => setChosen([])}>
            As it was
          </button>
        )}
      </div>
    </div>
  );
}

/** In the chosen order; what came since that was chosen stands at the end. */
function ordered(sections: readonly SectionView[], chosen: readonly string[]): SectionView[] {
  const place = ({ id }: SectionView) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  return sections.toSorted((a, b) => place(a) - place(b));
}
