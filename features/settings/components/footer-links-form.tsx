'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Icon } from '#components/controls/icon.tsx';
import { footerLinksAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';

type Row = { key: number; label: string; url: string };
type Props = { links: readonly { label: string; url: string }[]; most: number };

/** The links at the end of every page, in their order. */
export function FooterLinksForm({ links, most }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(links.map((link, key) => ({ key, ...link })));
  const [next, setNext] = useState(links.length);
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const up = (index: number) =>
    setRows(
      rows.map((row, n) => {
        if (n === index - 1) return rows[index] ?? row;
        return n === index ? (rows[index - 1] ?? row) : row;
      }),
    );
  return (
    <SettingsForm action={footerLinksAction}>
      {(wrong) => (
        <>
          {rows.length === 0 && <p className="text-soft">No links yet.</p>}
          <ol className="grid gap-4">
            {rows.map(({ key, label, url }, index) => (
              <li key={key} className="grid grid-cols-[1fr_auto] gap-2">
                <div className="grid gap-2">
                  <TextField
                    id={`label-${key}`}
                    label="Words"
                    name="label"
                    value={label}
                    error={wrong[`footerLinks.${index}.label`]}
                    onChange={(event) => change(key, { label: event.target.value })}
                  />
                  <TextField
                    id={`url-${key}`}
                    label="Address"
                    name="url"
                    value={url}
                    spellCheck={false}
                    placeholder="/about or https://…"
                    error={wrong[`footerLinks.${index}.url`]}
                    onChange={(event) => change(key, { url: event.target.value })}
                  />
                </div>
                <div className="mt-6 flex flex-col">
                  <button
                    type="button"
                    className="icon-button"
                    disabled={index === 0}
                    onClick={() => up(index)}
                  >
                    <Icon name="up" />
                    <span className="sr-only">Move {label || 'this link'} up</span>
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    onClick={() => setRows(rows.filter((row) => row.key !== key))}
                  >
                    <Icon name="remove" />
                    <span className="sr-only">Take {label || 'this link'} out</span>
                  </button>
                </div>
              </li>
            ))}
          </ol>
          <button
            type="button"
            className="button justify-self-start"
            disabled={rows.length >= most}
            onClick={() => {
              setRows([...rows, { key: next, label: '', url: '' }]);
              setNext(next + 1);
            }}
          >
            <Icon name="add" />
            Add a link
          </button>
        </>
      )}
    </SettingsForm>
  );
}
