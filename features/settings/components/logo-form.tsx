'use client';

import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { logoAction } from '#features/settings/actions.ts';
import type { Logo } from '#features/site/views.ts';
import { PAPER } from '#lib/colours.ts';
import { siteFilePath } from '#lib/paths.ts';

type Props = {
  place: 'logo' | 'logoDark';
  label: string;
  theme: keyof typeof PAPER;
  logo: Logo | null;
};

/** One logo: what it is now, and a file to put in its place. */
export function LogoForm({ place, label, theme, logo }: Props) {
  const putting = useForm(logoAction);
  const taking = useForm(logoAction);
  const said = taking.state.status === 'idle' ? putting.state : taking.state;
  const wrong = putting.state.fields[place];
  return (
    <div className="grid max-w-md gap-3">
      <Notice kind="problem">{said.status === 'refused' && said.message}</Notice>
      <Notice kind="done">{said.status === 'done' && said.message}</Notice>
      {logo && (
        <div className="grid justify-items-start gap-2">
          <p className="border border-rule p-4" style={{ background: PAPER[theme] }}>
            {/* biome-ignore lint/performance/noImgElement: it is small and has one size */}
            <img
              alt={`The logo ${label.toLowerCase()}`}
              src={siteFilePath(logo.file)}
              width={logo.width}
              height={logo.height}
              className="h-10 w-auto object-contain"
            />
          </p>
          <form method="post" onSubmit={taking.onSubmit}>
            <input type="hidden" name="place" value={place} />
            <input type="hidden" name="remove" value="1" />
            <button type="submit" className="link" disabled={!taking.ready || taking.pending}>
              Take it out<span className="sr-only">: {label}</span>
            </button>
          </form>
        </div>
      )}
      <form method="post" onSubmit={putting.onSubmit} className="grid gap-2" noValidate>
        <input type="hidden" name="place" value={place} />
        <label htmlFor={`file-${place}`} className="text-label">
          {label}
        </label>
        <input
          id={`file-${place}`}
          className="control"
          type="file"
          name="file"
          accept=".svg,image/svg+xml,image/png,image/jpeg,image/webp"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `file-${place}-error` : undefined}
        />
        {wrong && (
          <p id={`file-${place}-error`} className="text-note text-danger">
            {wrong}
          </p>
        )}
        <button
          type="submit"
          className="button justify-self-start"
          disabled={!putting.ready || putting.pending}
        >
          {logo ? 'Put another in its place' : 'Put it in the masthead'}
        </button>
      </form>
    </div>
  );
}
